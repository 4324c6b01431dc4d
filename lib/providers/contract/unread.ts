import type { Message, Params } from "#lib/failures/message.ts";

/** Why something that a provider sent could not be read. */
export const unreadCodes = [
  "missing",
  "wrong_type",
  "wrong_value",
  "not_an_object",
  "no_id",
  "refused",
  "not_understood",
] as const;
export type UnreadCode = (typeof unreadCodes)[number];

/** What was wrong, without the value itself: it may be about a person. */
export type UnreadReason = {
  code: UnreadCode;
  /** Where it stands: `price`, `line_items[0].quantity`; empty for the whole of it. */
  field: string;
  /** What the sentence is about; `because` is the code of another message that says it, with its own parameters. */
  params: Params;
};

/** The sentence that tells why. */
export function unreadMessage({ code, field, params }: UnreadReason): Message {
  const { because, ...rest } = params;
  if (typeof because === "string") return { code: because, params: rest };
  return { code: `unread_${code}`, params: { ...params, field } };
}

/** A record that a provider sent and that could not be read. */
export type Unread = UnreadReason & {
  /** By the provider; null where it has none that can be kept. */
  externalId: string | null;
  /** What it is called, where that can be read and names no person. */
  label: string | null;
  /** Of a record without an id: tells it from others and stays the same while it does. */
  fingerprint: string;
};
