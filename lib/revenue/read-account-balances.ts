import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { Book } from "#lib/ledger/book.ts";
import { type Balance, readBalances } from "#lib/ledger/read-balances.ts";

/**
 * What the ledger has of a merchant's account, in each currency: all of it by the sums of all time, which need not read
 * every entry, less what is not at the merchant's disposal yet. Of two accounts at one provider the sums do not tell one
 * from the other: there the entries are read.
 * @param isOnly it is the merchant's only account at the provider
 */
export async function readAccountBalances(
  tx: Tx,
  book: Book,
  { isOnly, now }: { isOnly: boolean; now: Date },
): Promise<Balance[]> {
  if (!isOnly) return readBalances(book, now);
  const { merchantId, provider, environment } = book;
  const rows = await tx.execute<{ currency: string; pending: number; available: number }>(sql`
    SELECT currency, coalesce(pending, 0)::float8 AS pending, (total - coalesce(pending, 0))::float8 AS available FROM (
      SELECT currency, balance AS total FROM revenue_spans
      WHERE merchant_id = ${merchantId} AND book = 'merchant' AND environment = ${environment} AND provider = ${provider}
        AND span = 'all') totals
    LEFT JOIN (
      SELECT entry.currency, sum(entry.amount) AS pending
      FROM ledger_journals journal JOIN ledger_entries entry ON entry.journal_id = journal.id AND entry.account = 'balance'
      WHERE journal.merchant_id = ${merchantId} AND journal.available_at > ${now.toISOString()}::timestamptz
        AND journal.book = 'merchant' AND journal.environment = ${environment} AND journal.provider = ${provider}
      GROUP BY entry.currency) waiting USING (currency)
    ORDER BY currency`);
  return [...rows];
}
