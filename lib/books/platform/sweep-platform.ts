import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import type { Sweep } from "#db/schema/payment-accounts.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { transact } from "#db/transact.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import { closeDifferences } from "#lib/ledger/differences.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { fromNow } from "#lib/work/claim-due.ts";
import { putRight } from "../put-right.ts";
import { readFrom } from "../sweep-account.ts";
import { toBook } from "../to-book.ts";
import { openUnreadable } from "../unreadable.ts";
import type { PlatformReader } from "./platform-call.ts";

const leaseMs = 2 * 60_000;
const everyMs = 5 * 60_000;

/**
 * Reads the movements of the platform's own balance, as `sweepAccount` does a merchant's: page by page, the place kept
 * with what the page brought.
 * @returns false where it stopped before the end, as the time was up
 */
export async function sweepPlatform(
  account: PaymentAccountRow,
  ask: PlatformReader,
  isTimeUp: () => boolean = () => false,
): Promise<boolean> {
  const from = account.readUntil && readFrom(account.readUntil, account.environment);
  let sweep: Sweep = account.sweep ?? {
    from: from?.toISOString() ?? null,
    startedAt: new Date().toISOString(),
    stage: "movements",
    cursor: null,
    newest: null,
  };
  do {
    const { cursor } = sweep;
    const since = sweep.from === null ? null : new Date(sweep.from);
    const page = await ask((books, call) => books.movements(call, { since, cursor }));
    const movements = page.items.map(({ movement }) => movement);
    const times = movements.map(({ at }) => at.toISOString());
    const newest = [...(sweep.newest === null ? [] : [sweep.newest]), ...times].toSorted().at(-1) ?? null;
    sweep = { ...sweep, newest, cursor: page.next === cursor ? null : page.next };
    const now = sweep;
    await transact(async (tx) => {
      await tx
        .update(paymentAccounts)
        .set({ sweep: now, sweepDueAt: fromNow(leaseMs) })
        .where(eq(paymentAccounts.id, account.id));
      const book = toBook(account);
      await bookMovements(tx, book, movements);
      await openUnreadable(tx, book, page.unread);
      const ids = movements.map(({ id }) => id);
      await closeDifferences(tx, book, "movement_unreadable", ids);
    });
    if (isTimeUp()) {
      await db()
        .update(paymentAccounts)
        .set({ sweepDueAt: sql`now()` })
        .where(eq(paymentAccounts.id, account.id));
      return false;
    }
  } while (sweep.cursor !== null);
  await putRight(account);
  const readUntil = new Date(sweep.newest ?? account.readUntil ?? 0);
  await db()
    .update(paymentAccounts)
    .set({
      sweep: null,
      readUntil,
      failures: 0,
      failureCode: null,
      failureParams: null,
      failureDetail: null,
      sweepDueAt: fromNow(everyMs),
    })
    .where(eq(paymentAccounts.id, account.id));
  return true;
}
