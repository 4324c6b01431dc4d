import { and, desc, eq, lte, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { disputes, payouts } from "#db/schema/payments.ts";
import { transact } from "#db/transact.ts";
import type { MoneyObject } from "#lib/providers/contract/payments.ts";
import type { PaymentAccountRow } from "../ledger/looks/payment-account.ts";
import { applyDispute } from "./apply-dispute.ts";
import { applyPayout, type PayoutRow } from "./apply-payout.ts";
import { readPayoutItems, writePayoutItems } from "./payout-items.ts";
import type { Reader } from "./read-pages.ts";
import { toBook } from "./to-book.ts";
import { isUnreadable, openUnreadable } from "./unreadable.ts";

const atOnce = 50;

/** Looks at disputes and payouts whose time has come, and reads what is in payouts that say so by now. */
export async function lookAtDue(
  account: PaymentAccountRow,
  ask: Reader,
  isTimeUp: () => boolean,
): Promise<void> {
  for (const { id, disputeId } of await dueDisputes(account)) {
    if (isTimeUp()) return;
    const readAt = new Date();
    const object = await fetchOr(account, ask, { kind: "dispute", objectId: disputeId }, (tx) =>
      tx.update(disputes).set({ lookDueAt: muchLater }).where(eq(disputes.id, id)),
    );
    if (object?.kind !== "dispute") continue;
    await transact((tx) => applyDispute(tx, account, object.state, { readAt, isHistory: false }));
  }
  for (const due of await duePayouts(account)) {
    if (isTimeUp()) return;
    const readAt = new Date();
    const object = await fetchOr(account, ask, { kind: "payout", objectId: due.payoutId }, (tx) =>
      tx.update(payouts).set({ lookDueAt: muchLater }).where(eq(payouts.id, due.id)),
    );
    if (object?.kind !== "payout") continue;
    const { state } = object;
    const row = await transact((tx) => applyPayout(tx, account, state, { readAt, isHistory: false }));
    if (state.isItemised && row?.itemsReadAt === null) await readItems(account, row, ask);
  }
}

const muchLater = sql`now() + interval '12 hours'`;

/** What cannot be read is a question, and is put off, so that it keeps nothing else from being looked at. */
async function fetchOr(
  account: PaymentAccountRow,
  ask: Reader,
  { kind, objectId }: { kind: "dispute" | "payout"; objectId: string },
  putOff: (tx: Tx) => Promise<unknown>,
): Promise<MoneyObject | null> {
  try {
    return await ask(kind, (books, call) => books.object(call, kind, objectId));
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    await db().transaction(async (tx) => {
      await putOff(tx);
      await openUnreadable(tx, toBook(account), [{ id: objectId, reason: error.code }], kind);
    });
    return null;
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
    .select({ id: disputes.id, disputeId: disputes.disputeId })
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
    .select({ id: payouts.id, payoutId: payouts.payoutId })
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
