import { setTimeout as pause } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { refunds } from "#db/schema/payments.ts";
import { askForRefund } from "./ask-for-refund.ts";
import { requireCharge } from "./find-charge.ts";
import { refundAmountOf } from "./refundable.ts";
import type { RefundRow } from "./states/apply-refund.ts";
import { leaseEnd } from "./states/look-times.ts";
import { requireTill } from "./taking-of.ts";

const waitMs = 10_000;
const stepMs = 100;
const notMade = and(eq(refunds.status, "failed"), eq(refunds.failureCode, "refund_not_made"));

/** What a refund's request is answered that comes again, as `repeatCharge`. */
export async function repeatRefund(row: RefundRow): Promise<RefundRow> {
  const now = await settled(row);
  if (now.status !== "failed" || now.failureCode !== "refund_not_made") return now;
  const charge = await requireCharge(db(), now, now.chargeId);
  const till = await requireTill(charge);
  const taken = await takeAgain(now);
  return taken ? askForRefund(till, charge, taken) : repeatRefund(now);
}

/** What it set aside was free meanwhile, and may be gone. */
async function takeAgain(row: RefundRow): Promise<RefundRow | undefined> {
  return db().transaction(async (tx) => {
    const charge = await requireCharge(tx, row, row.chargeId, "locked");
    await refundAmountOf(tx, charge, row.amount);
    const [taken] = await tx
      .update(refunds)
      .set({
        status: "begun",
        failureCode: null,
        failureParams: null,
        failureDetail: null,
        lookDueAt: leaseEnd(),
        looks: 0,
        updatedAt: new Date(),
      })
      .where(and(eq(refunds.id, row.id), notMade))
      .returning();
    return taken;
  });
}

async function settled(row: RefundRow): Promise<RefundRow> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const [now = row] = await db().select().from(refunds).where(eq(refunds.id, row.id));
    if (now.status !== "begun" || Date.now() > deadline) return now;
    await pause(stepMs);
  }
}
