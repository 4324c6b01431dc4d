import { book } from "../ledger/book.ts";
import type { Work } from "../work.ts";
import { findPayout, type PayoutDocument, savePayout } from "./payout.ts";

const open: readonly string[] = ["pending", "in_transit"];

/** It leaves for the bank, and can no longer be cancelled. */
export async function sendPayout(work: Work, id: string): Promise<void> {
  const payout = await findPayout(work, id);
  if (payout?.status === "pending") await change(work, payout, { status: "in_transit" }, "payout.updated");
}

/** From now on its items can be asked for: https://docs.stripe.com/payouts/reconciliation */
export async function itemisePayout(work: Work, id: string): Promise<void> {
  const payout = await findPayout(work, id);
  if (payout?.automatic !== true || payout.reconciliation_status === "completed") return;
  await change(work, payout, { reconciliation_status: "completed" }, "payout.reconciliation_completed");
}

/** Stripe takes it that a payout has arrived; the bank may still send it back. */
export async function arrivePayout(work: Work, id: string): Promise<PayoutDocument | null> {
  const payout = await findPayout(work, id);
  if (payout === null || !open.includes(payout.status)) return null;
  return change(work, payout, { status: "paid" }, "payout.paid");
}

/**
 * The bank sends the money back, also after it was said to have arrived: https://docs.stripe.com/payouts#payout-failures
 * @returns null where there is nothing to send back
 */
export async function failPayout(
  work: Work,
  id: string,
  { code, message }: { code: string; message: string },
): Promise<PayoutDocument | null> {
  const payout = await findPayout(work, id);
  if (payout === null || !["paid", ...open].includes(payout.status)) return null;
  const back = await bookBack(work, payout, { type: "payout_failure", category: "payout_reversal" });
  const failure = { failure_balance_transaction: back, failure_code: code, failure_message: message };
  return change(work, payout, { ...failure, status: "failed" }, "payout.failed");
}

/** Only while it has not left. Null where it has. */
export async function cancelPayout(work: Work, id: string): Promise<PayoutDocument | null> {
  const payout = await findPayout(work, id);
  if (payout?.status !== "pending") return null;
  const back = await bookBack(work, payout, { type: "payout_cancel", category: "payout_reversal" });
  return change(work, payout, { failure_balance_transaction: back, status: "canceled" }, "payout.canceled");
}

async function bookBack(
  work: Work,
  payout: PayoutDocument,
  kind: { type: string; category: string },
): Promise<string> {
  const { amount, currency, id: source } = payout;
  const { id } = await book(work, { ...kind, amount, currency, source, description: "STRIPE PAYOUT" });
  return id;
}

async function change(
  work: Work,
  payout: PayoutDocument,
  changes: Record<string, unknown>,
  type: string,
): Promise<PayoutDocument> {
  const changed = { ...payout, ...changes };
  await savePayout(work, changed);
  await work.tell(type, changed);
  return changed;
}
