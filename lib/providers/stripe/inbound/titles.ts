import { z } from "zod";
import type { Message } from "#lib/failures/message.ts";
import { dayParam } from "#lib/failures/values.ts";
import { lookUp } from "#lib/look-up.ts";
import { flag, hint, hintedNumber, hintedObject, optionalList, text, whole } from "../../kit/lenient.ts";
import { toMoneyParam } from "../charge.ts";
import { tell } from "../words.ts";

const amount = z.looseObject({ amount: whole, currency: text.pipe(z.string().length(3)) });
const refundable = amount.extend({ amount_refunded: whole });
const dispute = amount.extend({
  reason: text,
  status: text,
  evidence_details: hintedObject({ due_by: hintedNumber }),
});
const payout = amount.extend({
  arrival_date: whole,
  failure_message: hint,
});
const account = z.looseObject({
  charges_enabled: flag,
  payouts_enabled: flag,
  requirements: hintedObject({ currently_due: optionalList.catch([]) }),
});

/** What a message says, by its type: https://docs.stripe.com/api/events/types. */
const titles: Readonly<Record<string, (object: unknown) => Message>> = {
  "account.updated": accountTitle,
  "account.application.authorized": () => tell("connected"),
  "payment_intent.succeeded": (object) => tell("was_paid", { money: money(object) }),
  "payment_intent.payment_failed": (object) => tell("payment_failed", { money: money(object) }),
  "charge.refunded": refundTitle,
  "application_fee.created": (object) => tell("platform_took_fee", { money: money(object) }),
  "application_fee.refunded": (object) => {
    const { amount_refunded, currency } = refundable.parse(object);
    return tell("platform_has_given_fee_back", {
      back: toMoneyParam(amount_refunded, currency),
      money: money(object),
    });
  },
  "charge.dispute.created": disputeTitle,
  "charge.dispute.updated": (object) => tell("dispute_over_updated", { money: money(object) }),
  "charge.dispute.closed": disputeEndTitle,
  "charge.dispute.funds_withdrawn": (object) =>
    tell("bank_took_back_until_dispute", { money: money(object) }),
  "charge.dispute.funds_reinstated": (object) =>
    tell("bank_returned_after_dispute", { money: money(object) }),
  "payout.created": (object) => tell("on_way_bank", { money: money(object) }),
  "payout.updated": (object) => tell("payout_updated", { money: money(object) }),
  "payout.paid": (object) => {
    const { arrival_date } = payout.parse(object);
    return tell("paid_out_bank_on", { money: money(object), day: toDayParam(arrival_date) });
  },
  "payout.failed": (object) => {
    const remark = payout.parse(object).failure_message || null;
    return tell("could_not_paid_out_bank", { money: money(object), remark });
  },
  "payout.canceled": (object) => tell("payout_cancelled", { money: money(object) }),
};

/**
 * What is said to the merchant; null for messages that are none of ours.
 * @throws z.ZodError where the object is not in Stripe's form
 */
export function createTitle(type: string, object: unknown): Message | null {
  return lookUp(titles, type)?.(object) ?? null;
}

function money(object: unknown): string {
  const read = amount.parse(object);
  return toMoneyParam(read.amount, read.currency);
}

function accountTitle(object: unknown): Message {
  const { charges_enabled, payouts_enabled, requirements } = account.parse(object);
  const needs = (requirements?.currently_due.length ?? 0) > 0 ? "some" : "none";
  if (!charges_enabled) return tell("account_takes_no_payments", { needs });
  return payouts_enabled
    ? tell("account_is_paid_out", { needs })
    : tell("account_is_not_paid_out", { needs });
}

function refundTitle(object: unknown): Message {
  const { amount: whole, amount_refunded: back, currency } = refundable.parse(object);
  if (back >= whole) return tell("refunded_in_full", { whole: toMoneyParam(whole, currency) });
  return tell("has_refunded", { whole: toMoneyParam(whole, currency), back: toMoneyParam(back, currency) });
}

function disputeTitle(object: unknown): Message {
  const { reason, evidence_details } = dispute.parse(object);
  const until = evidence_details?.due_by ? toDayParam(evidence_details.due_by) : null;
  return tell("guest_disputes_payment", {
    money: money(object),
    reason: reason.replaceAll("_", " "),
    until,
  });
}

function disputeEndTitle(object: unknown): Message {
  const { status } = dispute.parse(object);
  if (status === "won") return tell("won_dispute_over", { money: money(object) });
  if (status === "lost") return tell("lost_dispute_over", { money: money(object) });
  return tell("dispute_over_closed", { money: money(object) });
}

function toDayParam(seconds: number): string {
  return dayParam(new Date(seconds * 1_000));
}
