import { midnight } from "../clock.ts";
import { schedule } from "../control/due.ts";
import { chargeDocument, refundDocument } from "../documents.ts";
import { saveRefund } from "../save.ts";
import { refundView } from "../views.ts";
import type { Work } from "../work.ts";
import { bookRefund, isCovered } from "./book-refund.ts";
import { endRefund } from "./end-refund.ts";

const mostTries = 30;

/** Pays a refund that waited for the balance, or looks again tomorrow; after a month it fails. */
export async function fundRefund(work: Work, id: string, tries: number): Promise<void> {
  const refund = await work.store.get("refund", id, refundDocument);
  if (refund?.status !== "pending" || refund.pendingReason !== "insufficient_funds") return;
  const charge = await work.store.get("charge", refund.charge, chargeDocument);
  if (charge && (await isCovered(work, charge, refund.amount))) {
    const transaction = await bookRefund(work, charge, refund, 0);
    const paid = { ...refund, status: "succeeded" as const, pendingReason: null, transaction };
    await saveRefund(work, paid);
    await work.tell("refund.updated", refundView(paid));
    return;
  }
  if (tries >= mostTries) {
    await endRefund(work, id, "failed", "insufficient_funds");
    return;
  }
  await schedule(work, midnight(work.seconds, 1) + 1, { task: "fund_refund", refund: id, tries: tries + 1 });
}
