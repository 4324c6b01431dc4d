import { midnight } from "../account-document.ts";
import { schedule } from "../control/due.ts";
import { chargeDocument, type RefundDocument, refundDocument } from "../documents.ts";
import { book } from "../ledger/book.ts";
import { transactionDocument } from "../ledger/transaction.ts";
import { saveCharge, saveRefund } from "../save.ts";
import { chargeView, refundView } from "../views.ts";
import type { Work } from "../work.ts";
import { bookRefund, isCovered } from "./book-refund.ts";

const mostTries = 30;

/**
 * What the guest's bank makes of a refund, also of one that was said to have succeeded:
 * https://docs.stripe.com/refunds#failed-refunds. What failed is back in the balance, and can be refunded again; the
 * application fee that went back with it stays where it is.
 * @returns null where it has ended before
 */
export async function endRefund(
  work: Work,
  id: string,
  outcome: "succeeded" | "failed" | "canceled",
  reason = "expired_or_canceled_card",
): Promise<RefundDocument | null> {
  const refund = await work.store.get("refund", id, refundDocument);
  if (!refund || refund.status === "failed" || refund.status === "canceled") return null;
  if (outcome === "succeeded") {
    if (refund.status === "succeeded") return null;
    return change(work, { ...refund, status: "succeeded", pendingReason: null }, ["refund.updated"]);
  }
  const failureTransaction = await bookBack(work, refund);
  await freeCharge(work, refund);
  const ended = { ...refund, status: outcome, pendingReason: null, failureTransaction };
  const types =
    outcome === "failed" ? ["refund.failed", "refund.updated", "charge.refund.updated"] : ["refund.updated"];
  return change(work, { ...ended, failureReason: outcome === "failed" ? reason : null }, types);
}

/** Just what the refund's own transaction took. */
async function bookBack(work: Work, refund: RefundDocument): Promise<string | null> {
  if (refund.transaction === null) return null;
  const taken = await work.store.get("balance_transaction", refund.transaction, transactionDocument);
  if (!taken) return null;
  const { id } = await book(work, {
    amount: -taken.amount,
    currency: taken.currency,
    rate: taken.exchange_rate,
    type: "refund_failure",
    category: "refund_failure",
    source: refund.id,
    description: "REFUND FAILURE",
  });
  return id;
}

async function freeCharge(work: Work, refund: RefundDocument): Promise<void> {
  const charge = await work.store.get("charge", refund.charge, chargeDocument);
  if (!charge) return;
  const freed = { ...charge, amountRefunded: Math.max(0, charge.amountRefunded - refund.amount) };
  await saveCharge(work, freed);
  await work.tell("charge.updated", chargeView(freed, work.application));
}

async function change(work: Work, refund: RefundDocument, types: readonly string[]): Promise<RefundDocument> {
  await saveRefund(work, refund);
  for (const type of types) await work.tell(type, refundView(refund));
  return refund;
}

/** Looks again at a refund that waits for the balance, and tomorrow once more; after a month it fails. */
export async function fundRefund(work: Work, id: string, tries: number): Promise<void> {
  const refund = await work.store.get("refund", id, refundDocument);
  if (refund?.pendingReason !== "insufficient_funds" || (await pay(work, refund))) return;
  if (tries >= mostTries) {
    await endRefund(work, id, "failed", "insufficient_funds");
    return;
  }
  await schedule(work, midnight(work.seconds, 1) + 1, { task: "fund_refund", refund: id, tries: tries + 1 });
}

/** Pays those that the balance covers by now, oldest first. */
export async function fundWaiting(work: Work): Promise<void> {
  const query = { limit: 1_000, labels: ["pending:insufficient_funds"], order: "oldest" } as const;
  const { items } = await work.store.page("refund", refundDocument, query);
  for (const { data } of items) await pay(work, data);
}

async function pay(work: Work, refund: RefundDocument): Promise<boolean> {
  const charge = await work.store.get("charge", refund.charge, chargeDocument);
  if (!charge || !(await isCovered(work, charge, refund.amount))) return false;
  const transaction = await bookRefund(work, charge, refund, 0);
  const paid: RefundDocument = { ...refund, status: "succeeded", pendingReason: null, transaction };
  await saveRefund(work, paid);
  await work.tell("refund.updated", refundView(paid));
  return true;
}
