import { type ConnectFailureCode, connectFailureCodes } from "#lib/failures/consequences.ts";
import type { Message } from "#lib/failures/message.ts";
import type { ProviderError } from "#lib/providers/contract/provider-error.ts";

/** A connection that did not come about: by its code the screen knows its remedy, and the message says what happened. */
export class ConnectError extends Error {
  override name = "ConnectError";
  readonly code: ConnectFailureCode;
  readonly said: Message;
  /** Where the browser goes to read of it. */
  readonly display: "page" | "popup";

  constructor(
    code: ConnectFailureCode,
    said: Message,
    options: { display?: "page" | "popup"; cause?: unknown } = {},
  ) {
    super(`${said.code} ${JSON.stringify(said.params)}`, { cause: options.cause });
    this.code = code;
    this.said = said;
    this.display = options.display ?? "page";
  }
}

/** An app was asked and did not do what it should: what is wrong with the account, or with the app, keeps its own code. */
export function toConnectError(error: ProviderError, display: "page" | "popup" = "page"): ConnectError {
  const code = connectFailureCodes.find((known) => known === error.kind) ?? "provider_error";
  return new ConnectError(code, error.said, { display, cause: error });
}
