import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { ledgerDifferences } from "#db/schema/ledger.ts";
import { transact } from "#db/transact.ts";
import { isOpenIn } from "#lib/ledger/differences.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { applyObjects } from "../apply-object.ts";
import type { Reader } from "../read-pages.ts";
import { toBook } from "../to-book.ts";
import { isUnreadable, type Unread } from "../unreadable.ts";

const atOnce = 50;
const askedBy = z.object({ kind: z.enum(["payment", "refund", "dispute", "payout"]) });

/**
 * Asks by its id for each object that could not be read once and was not met in the lists, which reach back some days
 * only: what cannot be read still stays a question, and what can is written.
 * @param met what could not be read of the lists
 * @returns what cannot be read still, or was not asked for this time
 */
export async function askUnreadAgain(account: PaymentAccountRow, met: Unread, ask: Reader): Promise<Unread> {
  const rows = await db()
    .select({ id: ledgerDifferences.subject, params: ledgerDifferences.params })
    .from(ledgerDifferences)
    .where(and(isOpenIn(toBook(account)), eq(ledgerDifferences.code, "movement_unreadable")))
    .orderBy(asc(ledgerDifferences.openedAt));
  const known = new Set(met.map(({ id }) => id));
  const objects = rows.flatMap(({ id, params }) => {
    const kind = known.has(id) ? undefined : askedBy.safeParse(params).data?.kind;
    return kind ? [{ id, kind }] : [];
  });
  const unread = objects.slice(atOnce).map(({ id }) => ({ id, reason: "not_asked" }));
  for (const { id, kind } of objects.slice(0, atOnce)) {
    const readAt = new Date();
    try {
      const object = await ask(kind, (books, call) => books.object(call, kind, id));
      const isHistory = account.readUntil === null;
      await transact((tx) => applyObjects(tx, account, object ? [object] : [], { readAt, isHistory }));
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      unread.push({ id, reason: error.code });
    }
  }
  return unread;
}
