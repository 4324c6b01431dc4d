import { PassThrough } from "node:stream";
import { Connection } from "jsforce/lib/connection.js";
import { Transport } from "jsforce/lib/transport.js";
import type { HttpRequest, HttpResponse } from "jsforce/lib/types/common.js";
import { StreamPromise } from "jsforce/lib/util/promise.js";
import type { Call } from "../contract/call.ts";
import { toProviderError } from "./errors.ts";
import { apiVersion, getInstanceUrl } from "./hosts.ts";

export type SalesforceRequest = {
  method: "GET" | "POST" | "PATCH";
  /** Below the version: `/sobjects/Lead`. */
  path: string;
  json?: unknown;
  headers?: Readonly<Record<string, string>> | undefined;
};

/**
 * Sends one request over a jsforce connection of its own. It goes through `call.fetch`, which holds the merchant's
 * budget, the time limit and the check of addresses; jsforce's own transport would follow redirects, repeat five times
 * and wait for half an hour. It knows no refresh token, so renewing access stays ours. Nothing of it outlives the call.
 * @throws {ProviderError}
 */
export async function sendByJsforce(call: Call, request: SalesforceRequest): Promise<unknown> {
  const connection = new Connection({
    instanceUrl: getInstanceUrl(call.settings),
    accessToken: call.credentials.accessToken ?? "",
    version: apiVersion,
    logLevel: "NONE",
  });
  const { method, path, json, headers } = request;
  const body =
    json === undefined
      ? {}
      : { body: JSON.stringify(json), headers: { "content-type": "application/json", ...headers } };
  return connection.request({ method, url: path, ...body }, { transport: new CallTransport(call.fetch) });
}

/** Refusals are explained here: jsforce's errors have neither status nor headers. */
class CallTransport extends Transport {
  readonly #fetch: typeof fetch;

  constructor(callFetch: typeof fetch) {
    super();
    this.#fetch = callFetch;
  }

  override httpRequest(request: HttpRequest): StreamPromise<HttpResponse> {
    // Whoever wants a stream of it gets an empty one; the whole answer comes with the promise.
    return StreamPromise.create(() => ({ stream: new PassThrough(), promise: this.#send(request) }));
  }

  async #send({ url, method, headers, body }: HttpRequest): Promise<HttpResponse> {
    if (body !== undefined && typeof body !== "string") throw new TypeError("Only texts are sent.");
    const response = await this.#fetch(url, {
      method,
      headers: withoutLength(headers),
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const received = Object.fromEntries(response.headers);
    if (response.ok) return { statusCode: response.status, headers: received, body: text };
    throw toProviderError({ status: response.status, headers: received, text, json: readJson(text) });
  }
}

/** Who sends it counts it. */
function withoutLength(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== "content-length");
  return { accept: "application/json", ...Object.fromEntries(kept) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
