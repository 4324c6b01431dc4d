import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { ledgerEntries, ledgerJournals } from "#db/schema/ledger.ts";
import type { Book } from "./book.ts";

/** What the provider holds in one currency, in its smallest unit. */
export interface Balance {
  currency: string;
  pending: number;
  available: number;
}

/**
 * What lies at the provider by the ledger, as of a moment: what was booked until then and is not at the merchant's
 * disposal yet is pending.
 * @returns currencies in alphabetical order, also those whose balance has become zero
 */
export async function readBalances(book: Book, at: Date): Promise<Balance[]> {
  const total = (condition: ReturnType<typeof sql>) =>
    sql<number>`coalesce(sum(${ledgerEntries.amount}) FILTER (WHERE ${condition}), 0)`.mapWith(Number);
  return db()
    .select({
      currency: ledgerEntries.currency,
      pending: total(sql`${ledgerJournals.availableAt} > ${at.toISOString()}`),
      available: total(sql`${ledgerJournals.availableAt} <= ${at.toISOString()}`),
    })
    .from(ledgerJournals)
    .innerJoin(ledgerEntries, eq(ledgerEntries.journalId, ledgerJournals.id))
    .where(
      and(
        eq(ledgerJournals.merchantId, book.merchantId),
        eq(ledgerJournals.book, book.book),
        eq(ledgerJournals.provider, book.provider),
        eq(ledgerJournals.environment, book.environment),
        eq(ledgerJournals.accountId, book.accountId),
        eq(ledgerEntries.account, "balance"),
        sql`${ledgerJournals.effectiveAt} <= ${at.toISOString()}`,
      ),
    )
    .groupBy(ledgerEntries.currency)
    .orderBy(ledgerEntries.currency);
}
