import { z } from "zod";
import type { InboundEffect, InboundMessage, InboundRequest } from "../../contract/inbound.ts";
import { hint, hintedObject, id, text } from "../../kit/lenient.ts";
import { readJsonMessage, readMessage } from "../../kit/read-message.ts";
import { whyUnread } from "../../kit/why-unread.ts";
import { createTitle } from "./titles.ts";

const named = z.looseObject({ id });

const feeObject = z.looseObject({ charge: id });

type Kind = "payment" | "refund" | "dispute" | "payout";

/** By how a type begins, the more particular ones first: https://docs.stripe.com/api/events/types */
const kinds: readonly (readonly [prefix: string, kind: Kind])[] = [
  ["charge.dispute.", "dispute"],
  ["charge.refund.", "refund"],
  ["charge.", "payment"],
  ["refund.", "refund"],
  ["payout.", "payout"],
  ["payment_intent.", "payment"],
  ["checkout.session.", "payment"],
];

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

/** One without its object, which only says what has changed: https://docs.stripe.com/event-destinations#thin-events */
const thinEvent = z.looseObject({
  id,
  object: z.literal("v2.core.event"),
  type: text,
  context: hint,
  related_object: hintedObject({ id, type: hint }),
});

export function parse({ body }: InboundRequest): InboundMessage {
  const json = readJsonMessage(body);
  const thin = thinEvent.safeParse(json).data;
  if (thin) return parseThin(thin);
  const { id: eventId, type, account, data } = readMessage(event, json);
  const accountId = accountIn(account ?? platformObject.safeParse(data?.object).data?.account);
  return { id: eventId, topic: type, accountId, effects: toEffects(type, data?.object) };
}

/** Those of API v1 have the type of the usual event behind `v1.`. */
function parseThin({
  id: eventId,
  type,
  context,
  related_object,
}: z.output<typeof thinEvent>): InboundMessage {
  const topic = type.replace(/^v1\./, "");
  // The context of a platform's event names the account, or a path that ends in it.
  const accountId = accountIn(context?.split("/").at(-1));
  const effects: InboundEffect[] = [];
  if (topic === "account.application.deauthorized") effects.push({ kind: "ended", reason: "revoked" });
  if (topic === "account.updated") effects.push({ kind: "account_changed" });
  const money = moneyIn(topic, related_object);
  if (money) effects.push(money);
  return { id: eventId, topic: type, accountId, effects };
}

function accountIn(named: string | undefined): string | null {
  return named?.startsWith("acct_") ? named : null;
}

/** What follows from a message follows also where its sentence cannot be written. */
function toEffects(type: string, object: unknown): InboundEffect[] {
  if (type === "account.application.deauthorized") return [{ kind: "ended", reason: "revoked" }];
  const changed: InboundEffect[] = type === "account.updated" ? [{ kind: "account_changed" }] : [];
  const money = moneyIn(type, object);
  if (money) changed.push(money);
  try {
    const said = createTitle(type, object);
    return said === null ? changed : [...changed, { kind: "noted", said }];
  } catch (error) {
    const why = whyUnread(object, error);
    const field = ["data.object", why.field].filter(Boolean).join(".");
    return [...changed, { kind: "unread", reason: { ...why, field } }];
  }
}

/**
 * What happened to money, and to which object: no more is taken from a message, for it may be late, and another one may
 * be lost. null = it is not about money.
 */
function moneyIn(type: string, object: unknown): InboundEffect | null {
  if (type.startsWith("application_fee.")) {
    const charge = feeObject.safeParse(object).data?.charge;
    return { kind: "money_changed", object: charge === undefined ? null : { kind: "payment", id: charge } };
  }
  if (type.startsWith("balance.")) return { kind: "money_changed", object: null };
  const kind = kinds.find(([prefix]) => type.startsWith(prefix))?.[1];
  if (kind === undefined) return null;
  const about = named.safeParse(object).data?.id;
  return { kind: "money_changed", object: about === undefined ? null : { kind, id: about } };
}
