import type { z } from "zod";
import { say } from "../contract/app-words.ts";
import { ProviderError } from "../contract/provider-error.ts";
import type { UnreadReason } from "../contract/unread.ts";
import { notUnderstood, whyUnread } from "./why-unread.ts";

/** A verified message of which nothing can be read. It is kept as a receipt with its reason, and not asked for again. */
export class UnreadMessageError extends ProviderError {
  override name = "UnreadMessageError";
  readonly reason: UnreadReason;

  constructor(reason: UnreadReason, cause?: unknown) {
    const said = say("app_message_unreadable");
    super({ kind: "invalid_input", message: said, detail: `${reason.code} ${reason.field}`.trim(), cause });
    this.reason = reason;
  }
}

/** @throws {UnreadMessageError} where the body is not JSON in UTF-8 */
export function readJsonMessage(body: Uint8Array): unknown {
  const text = readTextMessage(body);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadMessageError({ ...notUnderstood, params: { why: "json" } }, error);
  }
}

/** @throws {UnreadMessageError} where the body is not UTF-8 */
export function readTextMessage(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch (error) {
    throw new UnreadMessageError({ ...notUnderstood, params: { why: "utf8" } }, error);
  }
}

/** @throws {UnreadMessageError} with the field that is wrong */
export function readMessage<Schema extends z.ZodType>(schema: Schema, message: unknown): z.output<Schema> {
  const read = schema.safeParse(message);
  if (read.success) return read.data;
  throw new UnreadMessageError(whyUnread(message, read.error), read.error);
}
