import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { refunds } from "#db/schema/payments.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { toAppError } from "#lib/integrations/calls/to-app-error.ts";
import { logger } from "#lib/logger.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { lookUpRefund } from "./look-up-refund.ts";
import { outcomeOf, whyOf } from "./outcome.ts";
import type { ChargeRow } from "./states/apply-payment.ts";
import { applyRefund, type RefundRow } from "./states/apply-refund.ts";
import { nextRefundLookAt } from "./states/look-times.ts";
import { saidColumns } from "./states/said-columns.ts";
import { askTill, type Till } from "./taking-of.ts";
import { wakeLooks } from "./wake-looks.ts";

/**
 * Asks the app for a refund whose row is `begun` and is this process's alone, as `askForCharge` does for a payment.
 * @throws {AppError} where the app surely did not take it on
 */
export async function askForRefund(till: Till, charge: ChargeRow, row: RefundRow): Promise<RefundRow> {
  const { amount, reason } = row;
  const chargeId = charge.chargeId ?? "";
  try {
    const state = await askTill(
      till,
      "give_back",
      (call) => till.taking.refund(call, { chargeId, amount, reason }),
      row.id,
    );
    const applied = await db().transaction((tx) => applyRefund(tx, till.account, state, row.origin));
    wakeDeliveries();
    return applied ?? row;
  } catch (error) {
    return noteFailure(row, error);
  }
}

async function noteFailure(row: RefundRow, error: unknown): Promise<RefundRow> {
  const outcome = error instanceof ProviderError ? outcomeOf(error) : "unknown";
  if (!(error instanceof ProviderError)) {
    logger.error({ err: error, refundId: row.id }, "the answer could not be noted; it is looked up");
  }
  const { said, detail } = whyOf(error);
  if (outcome === "unknown") {
    const unknown = await note(row, { status: "unknown", ...saidColumns(said, detail) });
    // A no of the app's own is one to this request, and an earlier one of ours is found, if there was any.
    if (error instanceof ProviderError && error.kind === "conflict") {
      return lookUpRefund(unknown, { isAnswered: true });
    }
    wakeLooks();
    return unknown;
  }
  if (outcome === "refused") return note(row, { status: "failed", ...saidColumns(said, detail) });
  const notMade = say("refund_not_made", { said: said === null ? null : saidParam(said) });
  await note(row, { status: "failed", ...saidColumns(notMade, detail) });
  throw toAppError(error);
}

/** A message may have told more of it by now, and then stands. */
async function note(row: RefundRow, changes: Partial<RefundRow>): Promise<RefundRow> {
  return db().transaction(async (tx) => {
    const [now = row] = await tx.select().from(refunds).where(eq(refunds.id, row.id)).for("update");
    if (now.status !== "begun") return now;
    const lookDueAt = nextRefundLookAt({ status: changes.status ?? now.status, looks: 0 });
    const [noted] = await tx
      .update(refunds)
      .set({ ...changes, looks: 0, lookDueAt, updatedAt: new Date() })
      .where(eq(refunds.id, row.id))
      .returning();
    return noted ?? now;
  });
}
