import type { RequestNote } from "./send-request.ts";
import { sendRequest } from "./send-request.ts";

type FetchThroughGate = Omit<Parameters<typeof sendRequest>[0], "method" | "url" | "headers" | "body"> & {
  beforeEach: () => Promise<void>;
  notes: RequestNote[];
};

/** Statuses whose Response may have no body (Fetch standard, null body status). */
const bodiless = new Set([101, 103, 204, 205, 304]);

/** `fetch` for SDKs, over the safe client: the whole body is there when it resolves; redirects are not followed. */
export function createProviderFetch({ beforeEach, notes, ...to }: FetchThroughGate): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const body = request.body ? new Uint8Array(await request.arrayBuffer()) : undefined;
    await beforeEach();
    const reply = await sendRequest(
      { ...to, method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body },
      notes,
    );
    return new Response(bodiless.has(reply.status) ? null : reply.text, {
      status: reply.status,
      headers: { ...reply.headers },
    });
  };
}
