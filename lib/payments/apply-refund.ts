import { and, eq, or, type SQL } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import { kept } from "#lib/failures/kept.ts";
import { newId } from "#lib/ids.ts";
import type { RefundState } from "#lib/providers/payments.ts";
import { storable } from "#lib/text.ts";
import type { ChargedAccount } from "./account.ts";
import { nextRefundLookAt } from "./look-times.ts";

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
    ? await tx.update(refunds).set(changesOf(known, state)).where(eq(refunds.id, known.id)).returning()
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
          ...standOf(state),
          feeRefunded: state.feeRefunded,
          lookDueAt: nextRefundLookAt({ status: state.status, looks: 0 }),
        })
        .returning();
  return row ?? null;
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

function changesOf(known: RefundRow, state: RefundState): Partial<RefundRow> {
  const feeRefunded = state.feeRefunded ?? known.feeRefunded;
  const hasEnded = known.status === "failed" || known.status === "canceled";
  // An older answer says less: a refund that has succeeded is not on its way again.
  const isOlder = hasEnded || (known.status === "succeeded" && state.status === "pending");
  if (isOlder && known.status !== state.status) return { refundId: state.refundId, feeRefunded };
  return {
    ...standOf(state),
    feeRefunded,
    updatedAt: new Date(),
    lookDueAt: nextRefundLookAt({ status: state.status, looks: known.looks }),
  };
}

function standOf({ refundId, amount, reason, status, providerStatus, said, detail }: RefundState) {
  const why = said === null ? null : kept(said);
  return {
    refundId,
    amount,
    reason: reason === null ? null : storable(reason),
    status,
    providerStatus: storable(providerStatus),
    failureCode: why?.code ?? null,
    failureParams: why === null ? null : { ...why.params },
    failureDetail: detail === null ? null : storable(detail),
  };
}
