import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { refunds } from "#db/schema/payments.ts";
import type { Asked } from "./asked.ts";
import { requireCharge } from "./find-charge.ts";
import { applyRefund, type RefundRow } from "./states/apply-refund.ts";
import { nextRefundLookAt } from "./states/look-times.ts";
import { askTill, findTill } from "./till.ts";

export const askedRefund: Asked<RefundRow> = {
  notMade: "refund_not_made",
  nextLookAt: nextRefundLookAt,
  async read({ id }) {
    const [row] = await db().select().from(refunds).where(eq(refunds.id, id));
    return row;
  },
  async write({ id, status, updatedAt }, changes) {
    const [row] = await db()
      .update(refunds)
      .set(changes)
      .where(and(eq(refunds.id, id), eq(refunds.status, status), eq(refunds.updatedAt, updatedAt)))
      .returning();
    return row;
  },
  async look(row) {
    const charge = await requireCharge(db(), row, row.chargeId);
    const till = await findTill(charge);
    const { chargeId } = charge;
    if (till === null || chargeId === null) return "out_of_reach";
    const asked = { chargeId, refundId: row.refundId };
    const state = await askTill(
      till,
      "look_up_refund",
      (call) => till.taking.findRefund(call, asked),
      row.id,
    );
    return state === null ? "nothing" : (tx) => applyRefund(tx, till.account, state, row.origin);
  },
};
