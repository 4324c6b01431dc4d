/** What a provider's refusal means, and so what follows. */
export type FailureKind =
  | "auth"
  | "scope_missing"
  | "account_closed"
  | "rate_limited"
  | "invalid_input"
  | "not_found"
  | "conflict"
  | "timeout"
  | "unavailable";

type ProviderErrorOptions = {
  kind: FailureKind;
  /** In the merchant's words: what happened and what to do. */
  message: string;
  /** With rate_limited: how long the provider asks to wait. */
  retryAfterMs?: number | undefined;
  /** With scope_missing: the id of the scope, where the provider names it. */
  missingScope?: string | undefined;
  /** For the log and the engineer: the provider's own code and text, without secrets. */
  detail?: string | undefined;
  /** With rate_limited: it is our own budget that was used up; the provider was not asked. */
  isOwnLimit?: boolean;
  cause?: unknown;
};

/** A call to a provider that did not do what it should. */
export class ProviderError extends Error {
  override name = "ProviderError";
  readonly kind: FailureKind;
  readonly retryAfterMs: number | undefined;
  readonly missingScope: string | undefined;
  readonly detail: string | undefined;
  readonly isOwnLimit: boolean;

  constructor(options: ProviderErrorOptions) {
    super(storable(options.message), { cause: options.cause });
    this.kind = options.kind;
    this.retryAfterMs = options.retryAfterMs;
    this.missingScope = options.missingScope;
    this.detail = options.detail === undefined ? undefined : storable(options.detail);
    this.isOwnLimit = options.isOwnLimit ?? false;
  }
}

/** A provider may say anything, and Postgres keeps no NUL in a text. */
function storable(text: string): string {
  return text.replaceAll("\u0000", "\ufffd");
}

/** An inbound message that is not the provider's own, or came too late. Never says why to whoever sent it. */
export class VerificationError extends Error {
  override name = "VerificationError";
}
