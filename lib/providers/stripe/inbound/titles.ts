import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { flag, hint, hintedNumber, hintedObject, optionalList, text, whole } from "../../lenient.ts";
import { formatMoney } from "../money.ts";

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
const titles: Readonly<Record<string, (object: unknown) => string>> = {
  "account.updated": accountTitle,
  "account.application.authorized": () => "Stripe was connected.",
  "payment_intent.succeeded": (object) => `${money(object)} was paid.`,
  "payment_intent.payment_failed": (object) => `A payment of ${money(object)} failed.`,
  "charge.refunded": refundTitle,
  "application_fee.created": (object) => `The platform took its fee of ${money(object)}.`,
  "application_fee.refunded": (object) => {
    const { amount_refunded, currency } = refundable.parse(object);
    return `The platform has given ${formatMoney(amount_refunded, currency)} of its fee of ${money(object)} back.`;
  },
  "charge.dispute.created": disputeTitle,
  "charge.dispute.updated": (object) => `The dispute over ${money(object)} was updated.`,
  "charge.dispute.closed": disputeEndTitle,
  "charge.dispute.funds_withdrawn": (object) =>
    `The bank took ${money(object)} back until the dispute is decided.`,
  "charge.dispute.funds_reinstated": (object) => `The bank returned ${money(object)} after a dispute.`,
  "payout.created": (object) => `${money(object)} is on its way to your bank.`,
  "payout.updated": (object) => `The payout of ${money(object)} was updated.`,
  "payout.paid": (object) => {
    const { arrival_date } = payout.parse(object);
    return `${money(object)} was paid out to your bank on ${dayOf(arrival_date)}.`;
  },
  "payout.failed": (object) => {
    const why = payout.parse(object).failure_message;
    return `${money(object)} could not be paid out to your bank${why ? `: ${why}` : "."} Check your bank account in Stripe.`;
  },
  "payout.canceled": (object) => `The payout of ${money(object)} was cancelled.`,
};

/**
 * A sentence for the merchant; null for messages that are none of ours.
 * @throws z.ZodError where the object is not in Stripe's form
 */
export function titleOf(type: string, object: unknown): string | null {
  return lookUp(titles, type)?.(object) ?? null;
}

function money(object: unknown): string {
  const given = amount.parse(object);
  return formatMoney(given.amount, given.currency);
}

function accountTitle(object: unknown): string {
  const { charges_enabled, payouts_enabled, requirements } = account.parse(object);
  const due = requirements?.currently_due.length ?? 0;
  const needs = due > 0 ? " Stripe needs something from you: look at the account status." : "";
  if (!charges_enabled) return `The account cannot take payments.${needs}`;
  return payouts_enabled
    ? `The account takes payments and is paid out.${needs}`
    : `The account takes payments, but is not paid out.${needs}`;
}

function refundTitle(object: unknown): string {
  const { amount: whole, amount_refunded: back, currency } = refundable.parse(object);
  if (back >= whole) return `${formatMoney(whole, currency)} was refunded in full.`;
  return `Of ${formatMoney(whole, currency)}, ${formatMoney(back, currency)} has been refunded.`;
}

function disputeTitle(object: unknown): string {
  const { reason, evidence_details } = dispute.parse(object);
  const until = evidence_details?.due_by ? ` by ${dayOf(evidence_details.due_by)}` : "";
  return `A guest disputes a payment of ${money(object)} (${reason.replaceAll("_", " ")}). Answer it in Stripe${until}.`;
}

function disputeEndTitle(object: unknown): string {
  const { status } = dispute.parse(object);
  if (status === "won") return `You won the dispute over ${money(object)}.`;
  if (status === "lost") return `You lost the dispute over ${money(object)}: the guest keeps the money.`;
  return `The dispute over ${money(object)} is closed.`;
}

function dayOf(seconds: number): string {
  const day = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Date(seconds * 1_000).toLocaleDateString("en-GB", day);
}
