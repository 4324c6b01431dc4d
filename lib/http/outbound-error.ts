/** Why an exchange gave no answer; each is also a failure code of an attempt. */
export type OutboundFailureCode =
  | "timeout"
  | "dns"
  | "connection_refused"
  | "connection_reset"
  | "tls"
  | "blocked_address"
  | "invalid_url"
  | "protocol"
  | "internal";

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

const failureCodeOf: Record<UrlProblemCode, OutboundFailureCode> = {
  invalid_url: "invalid_url",
  unsupported_scheme: "invalid_url",
  https_required: "invalid_url",
  has_credentials: "invalid_url",
  invalid_host: "invalid_url",
  blocked_host: "blocked_address",
  blocked_port: "invalid_url",
  blocked_address: "blocked_address",
  dns_not_found: "dns",
  dns_failed: "dns",
};

/** A URL that is not to be called. The message is for the merchant. */
export class UrlProblem extends Error {
  override name = "UrlProblem";
  readonly code: UrlProblemCode;
  readonly failureCode: OutboundFailureCode;

  constructor(code: UrlProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.failureCode = failureCodeOf[code];
  }
}

/** An exchange that failed on the way. The message is for the merchant, the cause for the log. */
export class OutboundFailure extends Error {
  override name = "OutboundFailure";
  readonly failureCode: OutboundFailureCode;

  constructor(failureCode: OutboundFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failureCode = failureCode;
  }
}
