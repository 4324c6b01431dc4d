import type { OutboundFailure } from "#lib/failures/attempt-failures.ts";

/** What is wrong with a URL that a merchant typed, finer than the failure code. */
export type UrlProblemCode =
  | "invalid_url"
  | "unsupported_scheme"
  | "https_required"
  | "has_credentials"
  | "invalid_host"
  | "blocked_host"
  | "blocked_port"
  | "blocked_address"
  | "dns_not_found"
  | "dns_failed";

/** An exchange that failed on the way. The failure is for the merchant, the cause for the log. */
export class OutboundError extends Error {
  override name = "OutboundError";
  readonly failure: OutboundFailure;

  constructor(failure: OutboundFailure, options?: ErrorOptions) {
    super(`${failure.code} ${JSON.stringify(failure.params)}`, options);
    this.failure = failure;
  }
}

/** A URL that is not to be called. */
export class UrlProblem extends OutboundError {
  override name = "UrlProblem";
  readonly code: UrlProblemCode;

  constructor(code: UrlProblemCode, failure: OutboundFailure, options?: ErrorOptions) {
    super(failure, options);
    this.code = code;
  }
}
