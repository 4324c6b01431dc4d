import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { disputes, refunds } from "#db/schema/payments.ts";
import { conflict, invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { getStep } from "#lib/money/currency-rules.ts";
import { moneyText } from "./money-text.ts";
import type { ChargeRow } from "./states/apply-payment.ts";

/** While one of these stands, the bank has the money, or has given it to the guest. */
const takenBy: readonly (typeof disputes.$inferSelect)["status"][] = [
  "needs_response",
  "under_review",
  "lost",
  "unknown",
];

type Refundable = {
  /** What can still be given back; refunds that are on their way, or of which nobody knows, are counted. */
  left: number;
  isDisputed: boolean;
};

/**
 * What is left of a payment to give back. Under the lock on its row, nobody else takes of it meanwhile. What a bank has
 * taken in another currency, by the rate of exchange, leaves nothing of it.
 */
export async function readRefundable(tx: Tx, charge: ChargeRow): Promise<Refundable> {
  const { id: chargeId, merchantId, amount, currency, status } = charge;
  const rows = await tx
    .select({ amount: refunds.amount, status: refunds.status })
    .from(refunds)
    .where(and(eq(refunds.merchantId, merchantId), eq(refunds.chargeId, chargeId)));
  const wanted = await tx
    .select()
    .from(disputes)
    .where(and(eq(disputes.merchantId, merchantId), eq(disputes.chargeId, chargeId)));
  const back = rows
    .filter((refund) => refund.status !== "failed" && refund.status !== "canceled")
    .reduce((sum, refund) => sum + refund.amount, 0);
  const taking = wanted.filter((one) => !one.isInquiry && takenBy.includes(one.status));
  const taken = taking.reduce((sum, one) => sum + (one.currency === currency ? one.amount : amount), 0);
  const left = status === "succeeded" ? Math.max(0, amount - back - taken) : 0;
  return { left, isDisputed: taking.length > 0 };
}

/**
 * How much a refund of so much is: without an amount, all that is left.
 * @throws {AppError} where so much cannot be given back
 */
export async function resolveRefundAmount(
  tx: Tx,
  charge: ChargeRow,
  wanted: number | undefined,
): Promise<number> {
  if (charge.status !== "succeeded") throw conflict("charge_not_paid", say("problem_charge_not_paid"));
  const { left, isDisputed } = await readRefundable(tx, charge);
  if (left === 0) {
    throw isDisputed
      ? conflict("charge_disputed", say("problem_charge_disputed"))
      : conflict("charge_refunded", say("problem_refunded_in_full"));
  }
  if (wanted === undefined || wanted === left) return left;
  if (wanted > left) {
    const message = say("problem_refund_too_much", { left: moneyText(left, charge.currency) });
    throw invalidInput([{ path: "amount", message }], message);
  }
  const step = getStep(charge.currency, new Date());
  if (wanted % step !== 0) throw invalidInput([{ path: "amount", message: say("field_multiple", { step }) }]);
  return wanted;
}
