import type { Message, Params } from "#lib/failures/message.ts";
import { dayParam, moneyParam } from "#lib/failures/values.ts";
import { lookUp } from "#lib/look-up.ts";
import { type PayPalMoney, toMinor } from "../money.ts";
import { tell } from "../words.ts";
import type { PayPalEvent, Resource } from "./event.ts";

/**
 * What each event means, with its money; also the list of what is asked for.
 * https://developer.paypal.com/api/rest/webhooks/event-names/
 */
const wordsOf: Readonly<Record<string, (about: Params) => Message>> = {
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

export const eventTypes = Object.keys(wordsOf);

/** null for events that were not asked for. */
export function describeEvent({ event_type, resource }: PayPalEvent): Message | null {
  return lookUp(wordsOf, event_type)?.(aboutOf(resource)) ?? null;
}

function aboutOf(resource: Resource): Params {
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
