import type { Message } from "#lib/failures/message.ts";
import type { PlatformFee } from "./platform-fee.ts";
import type { ProviderApp } from "./provider-app.ts";

/** The account at the provider that an integration is connected to. */
export type Account = {
  id: string;
  label: string;
  /** What the provider says was granted, where it says so; undefined = it does not. */
  grantedScopes?: readonly string[];
  /** What else it tells that later calls need: a data centre, a currency. Merged into the integration's settings. */
  settings?: Readonly<Record<string, string>>;
  /** What the account still lacks at the provider before it can be used, with what to do. */
  requirements?: Message;
};

export type ProviderRequest = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** The provider's real address; the transport points it at the sandbox where the integration lives there. */
  url: string;
  /** They go before those of the body's kind: a `content-type` of the app's own takes the place of `application/json`. */
  headers?: Readonly<Record<string, string>>;
  /** Added to the address's own; undefined values are left out. */
  query?: Readonly<Record<string, string | undefined>>;
  /** At most one of `json` and `form`. */
  json?: unknown;
  form?: Readonly<Record<string, string>>;
};

export type ProviderReply = {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  text: string;
  /** The body as JSON; undefined where it is none. */
  json: unknown;
};

/** What is handed to a provider's code for one call. */
export type Call = {
  /**
   * Sends with the integration's credentials, within the integration's budget. Any status is an answer; redirects are
   * not followed. Rejects with ProviderError: timeout, unavailable.
   */
  request: (request: ProviderRequest) => Promise<ProviderReply>;
  /** The same without credentials and in the form of the Fetch standard, for SDKs that take one. */
  fetch: typeof fetch;
  /** Where a real address of the provider is reached from here: itself, or its place in the sandbox. For other SDKs. */
  rebase: (url: string) => string;
  /** The secrets: `accessToken`, or the fields of the connect form. Never put them in an error or an output. */
  credentials: Readonly<Record<string, string>>;
  settings: Readonly<Record<string, string>>;
  /** This installation's own app at the provider; null where an operator has set none. */
  app: ProviderApp | null;
  /** The same for each repetition of one write, at most 64 of [A-Za-z0-9_-]: what keeps it from happening twice. */
  idempotencyKey: string;
  /** Nobody can have used this key before: what looks first whether it was done may do it at once. */
  isFirstUse: boolean;
  /**
   * What the platform keeps of a payment that is made under this key; the same at each repetition.
   * @param payment in the smallest unit that Stripe counts in
   */
  platformFee: (payment: { amount: number; currency: string }) => Promise<PlatformFee>;
  /** Makes this integration wait before its next request: a hint that came with an answer that is fine. */
  pause: (ms: number) => Promise<void>;
  signal: AbortSignal;
};
