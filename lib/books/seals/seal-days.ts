import { and, desc, eq, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { ledgerJournals } from "#db/schema/ledger.ts";
import { ledgerSeals, paymentAccounts } from "#db/schema/payment-accounts.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { toBook } from "../to-book.ts";
import { dayMs, dayStart, dayText, hashDay } from "./day-hash.ts";

/** After the end of a day: what is told late by some hours is still of it. */
const restMs = 6 * 60 * 60_000;
/** In one go. */
const mostDays = 200;

/**
 * Closes the days of an account's ledger that are over and up to which all agrees, each with a hash over it and the day
 * before. What becomes known of a closed day is of the day on which it became known (`bookMovements`).
 * @returns the days that were closed, the first one first
 */
export async function sealDays(
  account: Pick<PaymentAccountRow, "id">,
  now: Date = new Date(),
): Promise<string[]> {
  return db().transaction(async (tx) => {
    // Whoever books holds the row as well: no journal of a day is written while the day is closed.
    const [row] = await tx
      .select()
      .from(paymentAccounts)
      .where(eq(paymentAccounts.id, account.id))
      .for("no key update");
    if (!row || row.agreedUntil === null) return [];
    const limit = dayStart(new Date(Math.min(row.agreedUntil.getTime(), now.getTime() - restMs)));
    const first = row.sealedUntil ?? (await firstDay(tx, row));
    if (first === null) return [];
    const sealed: string[] = [];
    let previousHash = await lastHash(tx, row);
    let day = first;
    for (; day < limit && sealed.length < mostDays; day = new Date(day.getTime() + dayMs)) {
      const { hash, journals } = await hashDay(tx, toBook(row), day, previousHash);
      const seal = { paymentAccountId: row.id, day: dayText(day), merchantId: row.merchantId };
      await tx.insert(ledgerSeals).values({ ...seal, journals, hash, previousHash });
      previousHash = hash;
      sealed.push(seal.day);
    }
    if (sealed.length > 0) {
      await tx.update(paymentAccounts).set({ sealedUntil: day }).where(eq(paymentAccounts.id, row.id));
    }
    return sealed;
  });
}

async function firstDay(tx: Tx, row: PaymentAccountRow): Promise<Date | null> {
  const book = toBook(row);
  const [first] = await tx
    .select({ at: ledgerJournals.reportedAt })
    .from(ledgerJournals)
    .where(
      and(
        eq(ledgerJournals.merchantId, book.merchantId),
        eq(ledgerJournals.provider, book.provider),
        eq(ledgerJournals.environment, book.environment),
        eq(ledgerJournals.accountId, book.accountId),
        eq(ledgerJournals.book, book.book),
      ),
    )
    .orderBy(ledgerJournals.reportedAt)
    .limit(1);
  return first ? dayStart(first.at) : null;
}

async function lastHash(tx: Tx, { id }: PaymentAccountRow): Promise<string | null> {
  const [last] = await tx
    .select({ hash: ledgerSeals.hash })
    .from(ledgerSeals)
    .where(eq(ledgerSeals.paymentAccountId, id))
    .orderBy(desc(sql`${ledgerSeals.day} COLLATE "C"`))
    .limit(1);
  return last?.hash ?? null;
}
