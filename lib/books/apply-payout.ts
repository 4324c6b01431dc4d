import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { payouts } from "#db/schema/payments.ts";
import { kept } from "#lib/failures/kept.ts";
import { newId } from "#lib/ids.ts";
import type { PayoutState } from "#lib/providers/contract/payments.ts";
import { storable } from "#lib/text.ts";
import { doublingWait } from "#lib/work/back-off.ts";
import type { PaymentAccountRow } from "../ledger/looks/payment-account.ts";
import type { Fetched } from "./apply-object.ts";
import { tellOfPayout } from "./tell-of-payout.ts";

export type PayoutRow = typeof payouts.$inferSelect;

const looks = { firstMs: 30 * 60_000, longestMs: 12 * 60 * 60_000 };
/** What is not itemised by then never is. */
const mostLooks = 60;

/**
 * Writes how a payout stands. What is said to be paid may come back for some days; what has failed or was cancelled stays
 * so, whatever an older answer says. The merchant is told once that it was paid, and once that it failed.
 */
export async function applyPayout(
  tx: Tx,
  account: PaymentAccountRow,
  state: PayoutState,
  { readAt, isHistory }: Fetched,
): Promise<PayoutRow | null> {
  const { merchantId, integrationId, provider, environment, accountId } = account;
  const place = { merchantId, integrationId, provider, environment, accountId };
  const fixed = { payoutId: state.payoutId, createdAt: state.createdAt };
  const [made] = await tx
    .insert(payouts)
    .values({
      id: newId("pot"),
      ...place,
      ...fixed,
      ...toColumns(state, readAt),
      ...nextLook(state, 0, null),
    })
    .onConflictDoNothing()
    .returning();
  if (made) {
    if (!isHistory) await tellOfPayout(tx, account, made);
    return made;
  }
  const [known] = await tx.select().from(payouts).where(own(account, state.payoutId)).for("update");
  if (!known || known.updatedAt > readAt || hasEnded(known.status)) return known ?? null;
  const hasMoved = known.status !== state.status;
  const tries = hasMoved ? 0 : known.looks + 1;
  const [row] = await tx
    .update(payouts)
    .set({ ...toColumns(state, readAt), ...nextLook(state, tries, known.itemsReadAt) })
    .where(eq(payouts.id, known.id))
    .returning();
  if (row && hasMoved && !isHistory) await tellOfPayout(tx, account, row);
  return row ?? null;
}

function own({ merchantId, provider, environment, accountId }: PaymentAccountRow, payoutId: string) {
  return and(
    eq(payouts.merchantId, merchantId),
    eq(payouts.provider, provider),
    eq(payouts.environment, environment),
    eq(payouts.accountId, accountId),
    eq(payouts.payoutId, payoutId),
  );
}

function hasEnded(status: PayoutRow["status"]): boolean {
  return status === "failed" || status === "canceled";
}

function toColumns(state: PayoutState, readAt: Date) {
  const { amount, currency, status, providerStatus, isFinal, isAutomatic, said, detail, arrivesAt } = state;
  const why = said === null ? null : kept(said);
  return {
    amount,
    currency,
    status,
    providerStatus: storable(providerStatus),
    isFinal,
    isAutomatic,
    failureCode: why?.code ?? null,
    failureParams: why === null ? null : { ...why.params },
    failureDetail: detail === null ? null : storable(detail),
    arrivesAt,
    updatedAt: readAt,
  };
}

/** Messages tell of changes; this is for those that were lost, and for what is in it once the provider can say. */
function nextLook(state: PayoutState, tries: number, itemsReadAt: Date | null) {
  const needsItems = state.isAutomatic && itemsReadAt === null;
  if (needsItems && state.isItemised) return { looks: tries, lookDueAt: new Date() };
  const isOver = state.isFinal && (!needsItems || tries > mostLooks);
  const lookDueAt = isOver ? null : new Date(Date.now() + doublingWait(looks, tries + 1));
  return { looks: tries, lookDueAt };
}
