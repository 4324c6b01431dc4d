import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { PayoutState } from "../../contract/payments.ts";
import { hint, id, optionalFlag, text, whole } from "../../kit/lenient.ts";
import { toMoneyParam } from "../charge.ts";
import { tell } from "../words.ts";

/** https://docs.stripe.com/api/payouts/object */
const payoutSchema = z.looseObject({
  id,
  amount: whole,
  arrival_date: whole,
  automatic: optionalFlag,
  created: whole,
  currency: text.pipe(z.string().length(3)),
  failure_code: hint,
  failure_message: hint,
  reconciliation_status: hint,
  status: text,
});

const byStatus: Readonly<Record<string, PayoutState["status"]>> = {
  pending: "pending",
  in_transit: "in_transit",
  paid: "paid",
  failed: "failed",
  canceled: "canceled",
};

/**
 * A bank may send back what was said to have arrived, for five business days
 * (https://docs.stripe.com/api/payouts/object#payout_object-status): with a weekend and holidays on either side.
 */
const finalAfterMs = 10 * 24 * 60 * 60_000;

/**
 * How a payout stands.
 * @param now by the provider's clock, as nearly as it is known
 * @throws z.ZodError where it is not in Stripe's form
 */
export function readPayoutState(object: unknown, now: Date): PayoutState {
  const payout = payoutSchema.parse(object);
  const status = lookUp(byStatus, payout.status) ?? "unknown";
  const arrivesAt = new Date(payout.arrival_date * 1_000);
  const isLongPaid = status === "paid" && now.getTime() - arrivesAt.getTime() > finalAfterMs;
  const { failure_code: code, failure_message: remark } = payout;
  const money = toMoneyParam(payout.amount, payout.currency);
  return {
    payoutId: payout.id,
    amount: payout.amount,
    currency: payout.currency.toUpperCase(),
    status,
    providerStatus: payout.status,
    isFinal: status === "failed" || status === "canceled" || isLongPaid,
    isAutomatic: payout.automatic,
    // https://docs.stripe.com/payouts/reconciliation
    isItemised: payout.automatic && payout.reconciliation_status === "completed",
    said: status === "failed" ? tell("could_not_paid_out_bank", { money, remark: remark ?? null }) : null,
    detail: [code, remark].filter(Boolean).join(": ") || null,
    createdAt: new Date(payout.created * 1_000),
    arrivesAt,
  };
}
