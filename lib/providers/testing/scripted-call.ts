import type { Call, ProviderReply, ProviderRequest } from "../contract/call.ts";

export type ScriptedReply = { status: number; json?: unknown; headers?: Record<string, string> };

export function toReply({ status, json, headers = {} }: ScriptedReply): ProviderReply {
  return { status, headers, json, text: json === undefined ? "" : JSON.stringify(json) };
}

/** A call whose requests are answered in turn, and kept. */
export function scriptedCall(replies: readonly ScriptedReply[]): { call: Call; requests: ProviderRequest[] } {
  const requests: ProviderRequest[] = [];
  const left = [...replies];
  const call: Call = {
    request: async (request) => {
      requests.push(request);
      const next = left.shift();
      if (!next) throw new Error(`No answer is left for ${request.method} ${request.url}.`);
      return toReply(next);
    },
    fetch: () => Promise.reject(new Error("Nothing is fetched here.")),
    rebase: (url) => url,
    credentials: { accessToken: "access-token" },
    settings: {},
    app: { clientId: "client-id", clientSecret: "client-secret" },
    idempotencyKey: "dlv_1",
    isFirstUse: false,
    platformFee: () => Promise.reject(new Error("nothing is paid here")),
    pause: async () => {},
    signal: new AbortController().signal,
  };
  return { call, requests };
}
