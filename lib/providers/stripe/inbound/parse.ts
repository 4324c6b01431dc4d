import { z } from "zod";
import type { InboundEffect, InboundMessage, InboundRequest } from "../../inbound.ts";
import { hint, hintedObject, id, text } from "../../lenient.ts";
import { readJsonMessage, readMessage } from "../../read-message.ts";
import { whyUnread } from "../../why-unread.ts";
import { titleOf } from "./titles.ts";

/** https://docs.stripe.com/api/events/object */
const event = z.looseObject({
  id,
  object: z.literal("event", "the word event").optional(),
  type: text,
  /** The connected account in which it happened; missing where it happened on the platform itself. */
  account: hint,
  data: hintedObject({ object: z.unknown() }),
});

/** The platform's own objects that come of a connected account say which. */
const platformObject = z.looseObject({ account: text });

export function parse({ body }: InboundRequest): InboundMessage {
  const { id: eventId, type, account, data } = readMessage(event, readJsonMessage(body));
  const named = account ?? platformObject.safeParse(data?.object).data?.account;
  const accountId = named?.startsWith("acct_") ? named : null;
  return { id: eventId, topic: type, accountId, effects: effectsOf(type, data?.object) };
}

/** What follows from a message follows also where its sentence cannot be written. */
function effectsOf(type: string, object: unknown): InboundEffect[] {
  if (type === "account.application.deauthorized") return [{ kind: "ended", reason: "revoked" }];
  const changed: InboundEffect[] = type === "account.updated" ? [{ kind: "account_changed" }] : [];
  try {
    const said = titleOf(type, object);
    return said === null ? [] : [...changed, { kind: "noted", said }];
  } catch (error) {
    const why = whyUnread(object, error);
    const field = ["data.object", why.field].filter(Boolean).join(".");
    return [...changed, { kind: "unread", reason: { ...why, field } }];
  }
}
