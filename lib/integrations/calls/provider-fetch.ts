import type { RequestNote } from "./send-request.ts";
import { sendRequest } from "./send-request.ts";

type FetchThroughGate = Omit<Parameters<typeof sendRequest>[0], "method" | "url" | "headers" | "body"> & {
  beforeEach: () => Promise<void>;
  notes: RequestNote[];
};

/** Final statuses whose Response may have no body (Fetch standard, null body status). */
const bodiless = new Set([204, 205, 304]);

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
    return toResponse(reply);
  };
}

/** As far as the Fetch standard can say it: an odd header is left out, and an odd status counts as 500 (RFC 9110 §15). */
export function toResponse({ status, headers, text }: Awaited<ReturnType<typeof sendRequest>>): Response {
  const isKnown = status >= 200 && status <= 599;
  const isPlain = ([name, value]: [string, string]) =>
    /^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
  return new Response(bodiless.has(status) ? null : text, {
    status: isKnown ? status : 500,
    headers: Object.fromEntries(Object.entries(headers).filter(isPlain)),
  });
}
