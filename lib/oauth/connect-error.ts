/** Why a connection did not come about; each has its words and its remedy on screen. */
export type ConnectErrorCode =
  | "denied"
  | "state_mismatch"
  | "expired"
  | "wrong_browser"
  | "not_configured"
  | "needs_https"
  | "invalid_input"
  | "bad_callback"
  | "provider_error"
  | "account_connected_already"
  | "not_signed_in"
  | "not_allowed";

/** A connection that did not come about. The message is for the merchant. */
export class ConnectError extends Error {
  override name = "ConnectError";
  readonly code: ConnectErrorCode;
  /** Where the browser goes to read of it. */
  readonly display: "page" | "popup";

  constructor(
    code: ConnectErrorCode,
    message: string,
    options: { display?: "page" | "popup"; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.display = options.display ?? "page";
  }
}
