import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { charges, disputes } from "#db/schema/payments.ts";
import { newId } from "#lib/ids.ts";
import type { DisputeState } from "#lib/providers/contract/payments.ts";
import { storable } from "#lib/text.ts";
import { doublingWait } from "#lib/work/back-off.ts";
import type { PaymentAccountRow } from "../ledger/looks/payment-account.ts";
import type { Fetched } from "./apply-object.ts";
import { tellOfDispute } from "./tell-of-dispute.ts";

export type DisputeRow = typeof disputes.$inferSelect;

const looks = { firstMs: 60 * 60_000, longestMs: 24 * 60 * 60_000 };

/**
 * Writes how a dispute stands: whatever was fetched last counts, for one that was lost may be taken up again. Of a new one
 * the merchant is told, once.
 */
export async function applyDispute(
  tx: Tx,
  account: PaymentAccountRow,
  state: DisputeState,
  { readAt, isHistory }: Fetched,
): Promise<DisputeRow | null> {
  const { merchantId, integrationId, provider, environment, accountId } = account;
  const stand = await toColumns(tx, account, state, readAt);
  const place = { merchantId, integrationId, provider, environment, accountId };
  const [made] = await tx
    .insert(disputes)
    .values({ id: newId("dsp"), ...place, disputeId: state.disputeId, openedAt: state.openedAt, ...stand })
    .onConflictDoNothing()
    .returning();
  if (made) {
    // Of an old one only what can still be answered is worth a word.
    if (!isHistory || made.status === "needs_response") await tellOfDispute(tx, account, made);
    return made;
  }
  const [known] = await tx.select().from(disputes).where(own(account, state.disputeId)).for("update");
  if (!known || known.updatedAt > readAt) return known ?? null;
  const hasMoved = known.providerStatus !== stand.providerStatus;
  const [row] = await tx
    .update(disputes)
    .set({
      ...stand,
      chargeId: stand.chargeId ?? known.chargeId,
      closedAt: stand.closedAt && known.closedAt ? known.closedAt : stand.closedAt,
      looks: hasMoved ? 0 : known.looks + 1,
      lookDueAt: nextLook(state, hasMoved ? 0 : known.looks + 1),
    })
    .where(eq(disputes.id, known.id))
    .returning();
  return row ?? null;
}

function own({ merchantId, provider, environment, accountId }: PaymentAccountRow, disputeId: string) {
  return and(
    eq(disputes.merchantId, merchantId),
    eq(disputes.provider, provider),
    eq(disputes.environment, environment),
    eq(disputes.accountId, accountId),
    eq(disputes.disputeId, disputeId),
  );
}

async function toColumns(tx: Tx, account: PaymentAccountRow, state: DisputeState, readAt: Date) {
  const { amount, currency, reason, status, isInquiry, answerBy, evidenceUrl } = state;
  return {
    amount,
    currency,
    reason: reason === null ? null : storable(reason),
    status,
    isInquiry,
    providerStatus: storable(state.providerStatus),
    answerBy,
    evidenceUrl,
    chargeId: await findCharge(tx, account, state.chargeId),
    closedAt: isOpen(state) ? null : readAt,
    updatedAt: readAt,
    lookDueAt: nextLook(state, 0),
  };
}

async function findCharge(
  tx: Tx,
  account: PaymentAccountRow,
  chargeId: string | null,
): Promise<string | null> {
  if (chargeId === null) return null;
  const { merchantId, provider, environment, accountId } = account;
  const [row] = await tx
    .select({ id: charges.id })
    .from(charges)
    .where(
      and(
        eq(charges.merchantId, merchantId),
        eq(charges.provider, provider),
        eq(charges.environment, environment),
        eq(charges.accountId, accountId),
        eq(charges.chargeId, chargeId),
      ),
    );
  return row?.id ?? null;
}

function isOpen({ status }: Pick<DisputeState, "status">): boolean {
  return status === "needs_response" || status === "under_review" || status === "unknown";
}

/** Messages tell of changes; this is for those that were lost. */
function nextLook(state: Pick<DisputeState, "status">, tries: number): Date | null {
  return isOpen(state) ? new Date(Date.now() + doublingWait(looks, tries + 1)) : null;
}
