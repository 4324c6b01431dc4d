import { and, desc, eq, lte, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { disputes, payouts } from "#db/schema/payments.ts";
import { transact } from "#db/transact.ts";
import type { PaymentAccountRow } from "../ledger/looks/payment-account.ts";
import { applyDispute } from "./apply-dispute.ts";
import { applyPayout, type PayoutRow } from "./apply-payout.ts";
import { readPayoutItems, writePayoutItems } from "./payout-items.ts";
import type { Reader } from "./read-pages.ts";

const atOnce = 50;

/** Looks at disputes and payouts whose time has come, and reads what is in payouts that say so by now. */
export async function lookAtDue(
  account: PaymentAccountRow,
  ask: Reader,
  isTimeUp: () => boolean,
): Promise<void> {
  for (const { disputeId } of await dueDisputes(account)) {
    if (isTimeUp()) return;
    const readAt = new Date();
    const object = await ask("dispute", (books, call) => books.object(call, "dispute", disputeId));
    if (object?.kind !== "dispute") continue;
    await transact((tx) => applyDispute(tx, account, object.state, { readAt, isHistory: false }));
  }
  for (const due of await duePayouts(account)) {
    if (isTimeUp()) return;
    const readAt = new Date();
    const object = await ask("payout", (books, call) => books.object(call, "payout", due.payoutId));
    if (object?.kind !== "payout") continue;
    const { state } = object;
    const row = await transact((tx) => applyPayout(tx, account, state, { readAt, isHistory: false }));
    if (state.isItemised && row?.itemsReadAt === null) await readItems(account, row, ask);
  }
}

async function readItems(account: PaymentAccountRow, payout: PayoutRow, ask: Reader): Promise<void> {
  const { items, isWhole } = await readPayoutItems(payout, ask);
  // What cannot be read as a whole comes to no sum; it is read again at the next look.
  const wait = sql`now() + interval '1 hour'`;
  if (!isWhole) {
    await db().update(payouts).set({ lookDueAt: wait }).where(eq(payouts.id, payout.id));
    return;
  }
  await db().transaction(async (tx) => {
    await writePayoutItems(tx, account, payout, items);
    const lookDueAt = payout.isFinal ? null : wait;
    await tx.update(payouts).set({ lookDueAt }).where(eq(payouts.id, payout.id));
  });
}

function dueDisputes({ merchantId, provider, environment, accountId }: PaymentAccountRow) {
  return db()
    .select({ disputeId: disputes.disputeId })
    .from(disputes)
    .where(
      and(
        eq(disputes.merchantId, merchantId),
        eq(disputes.provider, provider),
        eq(disputes.environment, environment),
        eq(disputes.accountId, accountId),
        lte(disputes.lookDueAt, sql`now()`),
      ),
    )
    .orderBy(disputes.lookDueAt)
    .limit(atOnce);
}

function duePayouts({ merchantId, provider, environment, accountId }: PaymentAccountRow) {
  return db()
    .select({ payoutId: payouts.payoutId })
    .from(payouts)
    .where(
      and(
        eq(payouts.merchantId, merchantId),
        eq(payouts.provider, provider),
        eq(payouts.environment, environment),
        eq(payouts.accountId, accountId),
        lte(payouts.lookDueAt, sql`now()`),
      ),
    )
    .orderBy(desc(payouts.createdAt))
    .limit(atOnce);
}
