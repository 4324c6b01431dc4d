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
    const request = plainRequest(input, init) ?? (await readRequest(new Request(input, init)));
    await beforeEach();
    return toResponse(await sendRequest({ ...to, ...request }, notes));
  };
}

type ReadRequest = Pick<Parameters<typeof sendRequest>[0], "method" | "url" | "headers" | "body">;

export async function readRequest(request: Request): Promise<ReadRequest> {
  const { method, url } = request;
  const body = request.body ? new Uint8Array(await request.arrayBuffer()) : undefined;
  return { method, url, headers: Object.fromEntries(request.headers), body };
}

/**
 * What SDKs ask for nearly always, an address and a text, without the streams of a Request, which cost more than all that
 * is done with it here. null = it is something else.
 */
export function plainRequest(input: string | URL | Request, init: RequestInit = {}): ReadRequest | null {
  const { body = null, method = "GET" } = init;
  const isForm = body instanceof URLSearchParams;
  if (input instanceof Request || !(body === null || typeof body === "string" || isForm)) return null;
  const headers = new Headers(init.headers);
  // As the Fetch standard names the type of a body that nobody has named (§5.4, "extract a body").
  const type = isForm ? "application/x-www-form-urlencoded;charset=UTF-8" : "text/plain;charset=UTF-8";
  if (body !== null && !headers.has("content-type")) headers.set("content-type", type);
  return {
    method: method.toUpperCase(),
    url: new URL(input).href,
    headers: Object.fromEntries(headers),
    body: body === null ? undefined : String(body),
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
