import { midnight } from "../account-document.ts";
import { findCard } from "../cards.ts";
import { schedule } from "../control/due.ts";
import { findMethod } from "../customers/method.ts";
import { type ChargeDocument, newId, type RefundDocument } from "../documents.ts";
import { computeFeeShare, findFee, giveFeeBack } from "../fees/fee-refund.ts";
import { saveCharge, saveRefund } from "../save.ts";
import { chargeView, refundView } from "../views.ts";
import type { Work } from "../work.ts";
import { bookRefund, isCovered } from "./book-refund.ts";

/** From when on a bank says that it takes a refund, or does not. */
const bankSeconds = 2 * 24 * 60 * 60;

type Asked = {
  amount: number;
  reason: string | null;
  metadata: Record<string, string>;
  isFeeReturned: boolean;
};

/** Gives a guest's money back. https://docs.stripe.com/refunds */
export async function refund(work: Work, charge: ChargeDocument, asked: Asked): Promise<RefundDocument> {
  const refunded = { ...charge, amountRefunded: charge.amountRefunded + asked.amount };
  const isWaiting = work.terms.refundsNeedBalance === true && !(await isCovered(work, charge, asked.amount));
  const afterwards = await findAfterwards(work, charge);
  const made: RefundDocument = {
    id: newId("re"),
    charge: charge.id,
    payment: charge.payment,
    amount: asked.amount,
    currency: charge.currency,
    reason: asked.reason,
    created: work.seconds,
    metadata: asked.metadata,
    status: isWaiting || afterwards === "refund_waits" ? "pending" : "succeeded",
    pendingReason: isWaiting ? "insufficient_funds" : afterwards === "refund_waits" ? "processing" : null,
    failureReason: null,
    transaction: null,
    failureTransaction: null,
  };
  const fee = asked.isFeeReturned && charge.fee !== null ? await findFee(work, charge.fee) : null;
  const share = fee === null ? 0 : computeFeeShare(work, fee, charge, refunded.amountRefunded);
  const isWithin = work.terms.feeRefundAs === "refund" && !isWaiting;
  const transaction = isWaiting ? null : await bookRefund(work, charge, made, isWithin ? share : 0);
  const booked = { ...made, transaction };
  await saveRefund(work, booked);
  await saveCharge(work, refunded);
  await work.tell("refund.created", refundView(booked));
  await work.tell("charge.refunded", chargeView(refunded, work.application));
  if (fee !== null && share > 0) await giveFeeBack(work, fee, { amount: share, isBooked: isWithin });
  await planEnd(work, booked, afterwards);
  return booked;
}

async function planEnd(
  work: Work,
  { id, pendingReason }: RefundDocument,
  afterwards: string | null,
): Promise<void> {
  if (pendingReason === "insufficient_funds") {
    const at = midnight(work.seconds, 1) + 1;
    await schedule(work, at, { task: "fund_refund", refund: id, tries: 1 });
    return;
  }
  if (afterwards !== "refund_fails" && afterwards !== "refund_waits") return;
  const outcome = afterwards === "refund_fails" ? "failed" : "succeeded";
  await schedule(work, work.seconds + bankSeconds, { task: "end_refund", refund: id, outcome });
}

async function findAfterwards(work: Work, charge: ChargeDocument): Promise<string | null> {
  const { card } = await findMethod(work, charge.paymentMethod, charge.customer);
  return findCard(card).afterwards?.kind ?? null;
}
