import type { ConnectFailureCode } from "#lib/failures/consequences.ts";
import type { Message } from "#lib/failures/message.ts";

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
