import type { CallFailureCode } from "#lib/failures/consequences.ts";
import type { Message, Params } from "#lib/failures/message.ts";
import { scrubbed } from "#lib/scrub.ts";

/** What a provider's refusal means, and so what follows: `lib/failures/consequences`. */
export type FailureKind = CallFailureCode;

type ProviderErrorOptions = {
  kind: FailureKind;
  /** Which sentence tells the merchant what happened and what to do. Its English, if given, is for the log alone. */
  message: Message & { readonly message?: string };
  /** With rate_limited: how long the provider asks to wait. */
  retryAfterMs?: number | undefined;
  /** With scope_missing: the id of the scope, where the provider names it. */
  missingScope?: string | undefined;
  /** For the log and the engineer: the provider's own code and text. It is scrubbed of people and secrets here. */
  detail?: string | undefined;
  /** With rate_limited: it is our own budget that was used up; the provider was not asked. */
  isOwnLimit?: boolean;
  cause?: unknown;
};

/** A call to a provider that did not do what it should. */
export class ProviderError extends Error {
  override name = "ProviderError";
  readonly kind: FailureKind;
  readonly code: string;
  readonly params: Params;
  readonly retryAfterMs: number | undefined;
  readonly missingScope: string | undefined;
  readonly detail: string | undefined;
  readonly isOwnLimit: boolean;

  constructor(options: ProviderErrorOptions) {
    const { code, params, message } = options.message;
    const kept = scrubbedParams(params);
    super(scrubbed(message ?? `${code} ${JSON.stringify(kept)}`), { cause: options.cause });
    this.kind = options.kind;
    this.code = code;
    this.params = kept;
    this.retryAfterMs = options.retryAfterMs;
    this.missingScope = options.missingScope;
    this.detail = options.detail === undefined ? undefined : scrubbed(options.detail);
    this.isOwnLimit = options.isOwnLimit ?? false;
  }

  /** What a row keeps of it. */
  get said(): Message {
    return { code: this.code, params: this.params };
  }
}

function scrubbedParams(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "string" ? scrubbed(value) : value,
    ]),
  );
}

/** An inbound message that is not the provider's own, or came too late. Never says why to whoever sent it. */
export class VerificationError extends Error {
  override name = "VerificationError";
}

const serious: readonly FailureKind[] = ["auth", "account_closed", "rate_limited", "timeout"];

/** Whether it concerns the account as a whole, and would fail the reading beside it as well. */
export function isSerious({ kind }: ProviderError): boolean {
  return serious.includes(kind);
}
