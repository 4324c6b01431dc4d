import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { refunds } from "#db/schema/payments.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { messageSchema } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { logger } from "#lib/logger.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { requireCharge } from "./find-charge.ts";
import { applyRefund, type RefundRow } from "./states/apply-refund.ts";
import { nextRefundLookAt, surelyArrivedMs } from "./states/look-times.ts";
import { saidColumns } from "./states/said-columns.ts";
import { askTill, findTill } from "./taking-of.ts";

/** Asks the app how a refund stands, as `lookUpCharge` does for a payment. @returns the row as it stands then */
export async function lookUpRefund(
  row: RefundRow,
  { isAnswered = false }: { isAnswered?: boolean } = {},
): Promise<RefundRow> {
  try {
    const charge = await requireCharge(db(), row, row.chargeId);
    const till = await findTill(charge);
    if (till === null || charge.chargeId === null) return later(row);
    const asked = { chargeId: charge.chargeId, refundId: row.refundId };
    const state = await askTill(
      till,
      "look_up_refund",
      (call) => till.taking.findRefund(call, asked),
      row.id,
    );
    if (state === null) return noteNothing(row, isAnswered);
    const applied = await db().transaction((tx) => applyRefund(tx, till.account, state, row.origin));
    wakeDeliveries();
    return applied ?? row;
  } catch (error) {
    if (!(error instanceof ProviderError)) {
      logger.error({ err: error, refundId: row.id }, "a refund could not be looked up");
    }
    return later(row);
  }
}

async function noteNothing(row: RefundRow, isAnswered: boolean): Promise<RefundRow> {
  if (!isAnswered && Date.now() - row.updatedAt.getTime() < surelyArrivedMs) return later(row);
  const why = messageSchema.safeParse({ code: row.failureCode, params: row.failureParams ?? {} }).data;
  const notMade = say("refund_not_made", { said: why === undefined ? null : saidParam(why) });
  const [noted] = await db()
    .update(refunds)
    .set({
      status: "failed",
      // What the app itself said no to is said again.
      ...(isAnswered ? {} : saidColumns(notMade, row.failureDetail)),
      lookDueAt: null,
      updatedAt: new Date(),
    })
    .where(
      and(
        eq(refunds.id, row.id),
        inArray(refunds.status, ["begun", "unknown"]),
        // Somebody may be asking for it again by now.
        eq(refunds.updatedAt, row.updatedAt),
      ),
    )
    .returning();
  return noted ?? row;
}

async function later(row: RefundRow): Promise<RefundRow> {
  const [noted] = await db()
    .update(refunds)
    .set({ lookDueAt: nextRefundLookAt(row) })
    .where(and(eq(refunds.id, row.id), eq(refunds.status, row.status), eq(refunds.updatedAt, row.updatedAt)))
    .returning();
  return noted ?? row;
}
