import { and, eq, or, type SQL } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import { newId } from "#lib/ids.ts";
import type { RefundState } from "#lib/providers/contract/payments.ts";
import { storable } from "#lib/text.ts";
import type { ChargedAccount } from "./account.ts";
import type { ChargeRow } from "./apply-payment.ts";
import { nextRefundLookAt } from "./look-times.ts";
import { tellRefunded } from "./order-events.ts";
import { saidColumns } from "./said-columns.ts";

export type RefundRow = typeof refunds.$inferSelect;

/**
 * Writes how a refund stands at its provider, as `applyPayment` does a payment. A refund that succeeded may fail later: of
 * one that has failed or was cancelled nothing becomes any more.
 * @param origin of a row that is new; one that bears a key of ours was made by an automation's action
 * @returns the row as it stands then; null = its payment is not known yet (apply that first), or another merchant's
 */
export async function applyRefund(
  tx: Tx,
  account: ChargedAccount,
  state: RefundState,
  origin: RefundRow["origin"] = "provider",
): Promise<RefundRow | null> {
  // The lock on the charge is what all have in common who write refunds of it.
  const [charge] = await tx.select().from(charges).where(ownCharge(account, state.chargeId)).for("update");
  if (!charge) return null;
  const same: SQL[] = [eq(refunds.refundId, state.refundId)];
  if (state.mark !== null) same.push(eq(refunds.id, state.mark));
  const [known] = await tx
    .select()
    .from(refunds)
    .where(and(eq(refunds.chargeId, charge.id), or(...same)));
  const [row] = known
    ? await tx.update(refunds).set(findChanges(known, state)).where(eq(refunds.id, known.id)).returning()
    : await tx
        .insert(refunds)
        .values({
          id: newId("rfd"),
          merchantId: account.merchantId,
          chargeId: charge.id,
          origin: state.mark === null ? origin : "automation",
          currency: state.currency,
          createdAt: state.createdAt,
          looks: 0,
          ...toColumns(state),
          feeRefunded: state.feeRefunded,
          lookDueAt: nextRefundLookAt({ status: state.status, looks: 0 }),
        })
        .returning();
  const isNewlyRefunded = row?.status === "succeeded" && known?.status !== "succeeded";
  if (row && isNewlyRefunded) await tellRefunded(tx, charge, row, await isFullyRefunded(tx, charge));
  return row ?? null;
}

async function isFullyRefunded(tx: Tx, { id, amount }: ChargeRow): Promise<boolean> {
  const rows = await tx
    .select({ amount: refunds.amount })
    .from(refunds)
    .where(and(eq(refunds.chargeId, id), eq(refunds.status, "succeeded")));
  return rows.reduce((sum, refund) => sum + refund.amount, 0) >= amount;
}

function ownCharge({ merchantId, provider, environment, accountId }: ChargedAccount, chargeId: string) {
  return and(
    eq(charges.merchantId, merchantId),
    eq(charges.provider, provider),
    eq(charges.environment, environment),
    eq(charges.accountId, accountId),
    eq(charges.chargeId, chargeId),
  );
}

function findChanges(known: RefundRow, state: RefundState): Partial<RefundRow> {
  const feeRefunded = state.feeRefunded ?? known.feeRefunded;
  const hasEnded = known.status === "failed" || known.status === "canceled";
  // An older answer says less: a refund that has succeeded is not on its way again.
  const isOlder = hasEnded || (known.status === "succeeded" && state.status === "pending");
  if (isOlder && known.status !== state.status) return { refundId: state.refundId, feeRefunded };
  const hasMoved = known.status !== state.status;
  return {
    ...toColumns(state),
    reason: known.reason ?? state.reason,
    feeRefunded,
    ...(hasMoved ? { looks: 0, updatedAt: new Date() } : {}),
    lookDueAt: nextRefundLookAt({ status: state.status, looks: hasMoved ? 0 : known.looks }),
  };
}

function toColumns({ refundId, amount, reason, status, providerStatus, said, detail }: RefundState) {
  return {
    refundId,
    amount,
    reason: reason === null ? null : storable(reason),
    status,
    providerStatus: storable(providerStatus),
    ...saidColumns(said, detail),
  };
}
