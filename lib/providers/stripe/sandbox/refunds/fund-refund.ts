import { midnight } from "../clock.ts";
import { schedule } from "../control/due.ts";
import { chargeDocument, type RefundDocument, refundDocument } from "../documents.ts";
import { saveRefund } from "../save.ts";
import { refundView } from "../views.ts";
import type { Work } from "../work.ts";
import { bookRefund, isCovered } from "./book-refund.ts";
import { endRefund } from "./end-refund.ts";

const mostTries = 30;

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
