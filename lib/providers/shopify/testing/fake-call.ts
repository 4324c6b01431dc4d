import type { Call, ProviderReply, ProviderRequest } from "#lib/providers/contract/call.ts";

type FakeCall = Call & { sent: ProviderRequest[]; pausesMs: number[] };

/** A Call that answers what it is given, in turn, and keeps what it was asked. */
export function fakeCall(
  ...replies: { status?: number; json?: unknown; text?: string; headers?: Record<string, string> }[]
): FakeCall {
  const sent: ProviderRequest[] = [];
  const pausesMs: number[] = [];
  const request = async (asked: ProviderRequest): Promise<ProviderReply> => {
    const reply = replies[sent.length];
    sent.push(asked);
    if (!reply) throw new Error(`Request ${sent.length} was not expected.`);
    const { status = 200, json, headers = {} } = reply;
    return { status, headers, json, text: reply.text ?? JSON.stringify(json) ?? "" };
  };
  return {
    request,
    fetch: () => Promise.reject(new Error("fetch is not used.")),
    rebase: (url) => url,
    credentials: { accessToken: "shpat_secret" },
    settings: { shop: "trattoria-ana" },
    app: null,
    idempotencyKey: "dlv_1",
    isFirstUse: false,
    platformFee: () => Promise.reject(new Error("nothing is paid here")),
    pause: async (ms) => {
      pausesMs.push(ms);
    },
    signal: AbortSignal.timeout(5_000),
    sent,
    pausesMs,
  };
}
