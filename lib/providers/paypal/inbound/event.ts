import { z } from "zod";
import type { Message, Params } from "#lib/failures/message.ts";
import { dayParam, moneyParam } from "#lib/failures/values.ts";
import { lookUp } from "#lib/look-up.ts";
import type { InboundEffect, InboundRequest } from "../../contract/inbound.ts";
import { hint, hintedObject, id, listOfReadable, text } from "../../kit/lenient.ts";
import { readJsonMessage, readMessage } from "../../kit/read-message.ts";
import { moneySchema, type PayPalMoney, toMinor } from "../money.ts";
import { tell } from "../words.ts";

const captures: readonly string[] = [
  "PAYMENT.CAPTURE.COMPLETED",
  "PAYMENT.CAPTURE.PENDING",
  "PAYMENT.CAPTURE.DENIED",
  "PAYMENT.CAPTURE.DECLINED",
];

const refunds: readonly string[] = ["PAYMENT.CAPTURE.REFUNDED", "PAYMENT.CAPTURE.REVERSED"];

/**
 * What each event means, with its money; also the list of what is asked for.
 * https://developer.paypal.com/api/rest/webhooks/event-names/
 */
const wordsByType: Readonly<Record<string, (about: Params) => Message>> = {
  "CHECKOUT.ORDER.APPROVED": (about) => tell("told_approved", about),
  "PAYMENT.CAPTURE.COMPLETED": (about) => tell("told_completed", about),
  "PAYMENT.CAPTURE.PENDING": (about) => tell("told_pending", about),
  "PAYMENT.CAPTURE.DENIED": (about) => tell("told_denied", about),
  "PAYMENT.CAPTURE.DECLINED": (about) => tell("told_declined", about),
  "PAYMENT.CAPTURE.REFUNDED": (about) => tell("told_refunded", about),
  "PAYMENT.CAPTURE.REVERSED": (about) => tell("told_reversed", about),
  "CUSTOMER.DISPUTE.CREATED": (about) => tell("told_dispute", about),
  "CUSTOMER.DISPUTE.UPDATED": (about) => tell("told_dispute_moved", about),
  "CUSTOMER.DISPUTE.RESOLVED": (about) => tell("told_dispute_over", about),
};

export const eventTypes = Object.keys(wordsByType);

const money = moneySchema.optional().catch(undefined);

/** Of captures, refunds and orders, what a sentence needs; nothing about the person who paid. */
const contents = z.looseObject({
  id: hint,
  links: listOfReadable(z.looseObject({ rel: text, href: text })),
  amount: money,
  custom_id: hint,
  status_details: hintedObject({ reason: hint }),
  purchase_units: listOfReadable(z.looseObject({ custom_id: hint, amount: money })),
  reason: hint,
  dispute_amount: money,
  dispute_outcome: hintedObject({ outcome_code: hint }),
  seller_response_due_date: hint,
});
type Resource = z.output<typeof contents>;
/** One that is none says nothing. */
const resource = z
  .unknown()
  .optional()
  .transform((value): Resource => contents.safeParse(value).data ?? contents.parse({}));

/** https://developer.paypal.com/docs/api/webhooks/v1/#definition-event */
const event = z.looseObject({ id, event_type: text, resource });
type PayPalEvent = z.output<typeof event>;

/** @throws {UnreadMessageError} */
export function readEvent({ body }: InboundRequest): PayPalEvent {
  return readMessage(event, readJsonMessage(body));
}

/** null for events that were not asked for. */
export function describeEvent({ event_type, resource }: PayPalEvent): Message | null {
  return lookUp(wordsByType, event_type)?.(readAbout(resource)) ?? null;
}

function readAbout(resource: Resource): Params {
  const { amount, dispute_amount, purchase_units, custom_id } = resource;
  const money = amount ?? dispute_amount ?? purchase_units[0]?.amount;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(resource.seller_response_due_date ?? "")?.[0];
  return {
    money: money ? shownMoney(money) : null,
    reference: (custom_id ?? purchase_units[0]?.custom_id) || null,
    reason: resource.status_details?.reason ?? resource.reason ?? null,
    due: day === undefined || Number.isNaN(Date.parse(day)) ? null : dayParam(new Date(day)),
    outcome: resource.dispute_outcome?.outcome_code ?? null,
  };
}

function shownMoney(money: PayPalMoney): string {
  const { amount, currency } = toMinor(money);
  const digits = currency === "JPY" ? 0 : 2;
  return moneyParam((amount / 10 ** digits).toFixed(digits), currency);
}

/** The payment that a message is about, by its capture: a refund names it by where it leads up to. */
export function moneyIn({ event_type: type, resource }: PayPalEvent): InboundEffect | null {
  if (captures.includes(type) && resource.id) {
    return { kind: "money_changed", object: { kind: "payment", id: resource.id } };
  }
  if (!refunds.includes(type)) return null;
  const up = resource.links.find(({ rel }) => rel === "up")?.href ?? "";
  const captureId = /\/v2\/payments\/captures\/([A-Za-z0-9]{1,50})$/.exec(up)?.[1];
  return captureId ? { kind: "money_changed", object: { kind: "payment", id: captureId } } : null;
}
