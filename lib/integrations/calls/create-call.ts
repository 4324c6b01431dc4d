import { say } from "#lib/failures/say.ts";
import type { Call, ProviderReply, ProviderRequest } from "#lib/providers/contract/call.ts";
import type { Manifest } from "#lib/providers/contract/manifest.ts";
import type { PlatformFee } from "#lib/providers/contract/platform-fee.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { findProviderApp } from "#lib/providers/provider-app.ts";
import { type Environment, reachableAddress } from "./provider-address.ts";
import { createProviderFetch } from "./provider-fetch.ts";
import { type RequestNote, sendRequest } from "./send-request.ts";

export const defaultTimeoutMs = 10_000;
/** Of all requests of one call together: less than the time after which a repetition may run beside it. */
const callTimeoutMs = 45_000;

type CallOptions = {
  provider: Manifest;
  environment: Environment;
  /** null while nothing is connected yet. */
  integrationId: string | null;
  credentials: Readonly<Record<string, string>>;
  settings: Readonly<Record<string, string>>;
  idempotencyKey: string;
  /** Default: false, which is right whatever happened before. */
  isFirstUse?: boolean;
  /** For each request. */
  timeoutMs?: number;
  /** Decides the platform's fee; default: nothing can be paid by this call. */
  platformFee?: Call["platformFee"];
  /** Asked before each request; default: none. */
  budget?: { take: () => Promise<void>; pause: (ms: number) => Promise<void> };
};

/** What a provider's code gets for one call, and the notes of the requests that it makes. */
export function createCall(options: CallOptions): { call: Call; requests: RequestNote[] } {
  const { provider, environment, credentials, settings, timeoutMs = defaultTimeoutMs } = options;
  const requests: RequestNote[] = [];
  const signal = AbortSignal.timeout(callTimeoutMs);
  const beforeEach = async () => {
    await options.budget?.take();
    if (signal.aborted) throw tookTooLong(provider.name);
  };
  const call: Call = {
    async request(request) {
      await beforeEach();
      const ready = withCredentials(provider, request, credentials);
      const reply = await sendRequest({ provider, environment, timeoutMs, ...toWire(ready) }, requests);
      return { ...reply, json: parseJson(reply.text) };
    },
    fetch: createProviderFetch({ provider, environment, timeoutMs, beforeEach, notes: requests }),
    rebase: (url) => reachableAddress(provider, environment, url),
    credentials,
    settings,
    // Few ask for it, and the sandbox's is made of our secrets each time.
    get app() {
      return findProviderApp(provider.id, environment);
    },
    idempotencyKey: options.idempotencyKey,
    isFirstUse: options.isFirstUse ?? false,
    platformFee: options.platformFee ?? nobodyPays,
    pause: options.budget?.pause ?? (async () => {}),
    signal,
  };
  return { call, requests };
}

function nobodyPays(): Promise<PlatformFee> {
  return Promise.reject(
    new Error("This call is made for no merchant, so nothing says what the platform keeps."),
  );
}

function tookTooLong(name: string): ProviderError {
  return new ProviderError({
    kind: "timeout",
    message: say("app_too_slow", { app: name }),
    detail: `more than ${callTimeoutMs / 1_000} s in all`,
  });
}

function withCredentials(
  { auth }: Manifest,
  request: ProviderRequest,
  credentials: Readonly<Record<string, string>>,
): ProviderRequest {
  if (auth.authenticate) return auth.authenticate(request, credentials);
  const authorization = `Bearer ${credentials.accessToken ?? ""}`;
  return { ...request, headers: { ...request.headers, authorization } };
}

/** A provider's request as method, address, headers and body. */
export function toWire({ method, url, headers = {}, query = {}, json, form }: ProviderRequest) {
  const address = new URL(url);
  const added = new URLSearchParams(
    Object.entries(query).flatMap(([name, value = null]) => (value === null ? [] : [[name, value]])),
  );
  // What the address has of its own stays to the letter.
  if (added.size > 0) address.search = [address.search.slice(1), added].filter(String).join("&");
  const own = lowerCased(headers);
  const accept = { accept: "application/json" };
  if (json !== undefined) {
    const body = JSON.stringify(json);
    return {
      method,
      url: address.href,
      headers: { ...accept, "content-type": "application/json", ...own },
      body,
    };
  }
  if (form !== undefined) {
    const body = new URLSearchParams(form).toString();
    const type = { "content-type": "application/x-www-form-urlencoded" };
    return { method, url: address.href, headers: { ...accept, ...type, ...own }, body };
  }
  return { method, url: address.href, headers: { ...accept, ...own } };
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function parseJson(text: string): ProviderReply["json"] {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
