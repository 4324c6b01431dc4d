import { type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { closeDifferences, openDifference } from "#lib/ledger/differences.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { toBook } from "../to-book.ts";

type Row = { payout_id: string; amount: string; currency: string; items: string | null; strangers: string };

/**
 * Compares the payouts whose items are known with the sum of these in the ledger: since a moment, those that were made or
 * itemised after it, and those that differed.
 */
export async function comparePayouts(account: PaymentAccountRow, since: Date | null): Promise<void> {
  const from = since?.toISOString() ?? null;
  const which = sql`(${from}::timestamptz IS NULL OR payouts.created_at >= ${from}::timestamptz
    OR payouts.items_read_at >= ${from}::timestamptz OR EXISTS (SELECT 1 FROM ledger_differences AS open
      WHERE open.merchant_id = payouts.merchant_id AND open.account_id = payouts.account_id
        AND open.subject = payouts.payout_id AND open.closed_at IS NULL AND open.code = 'payout_differs'))`;
  await db().transaction((tx) => judgePayouts(tx, account, which));
}

/** A payout is the sum of its items as they are booked, all of them in its currency; one that is not is a case. */
export async function judgePayouts(tx: Tx, account: PaymentAccountRow, which: SQL): Promise<void> {
  const { merchantId, provider, environment, accountId } = account;
  const rows = await tx.execute<Row>(sql`
    SELECT payouts.payout_id, payouts.amount::text AS amount, payouts.currency,
      sum(entry.amount) FILTER (WHERE journal.currency = payouts.currency)::text AS items,
      count(*) FILTER (WHERE journal.id IS NULL OR journal.currency <> payouts.currency)::text AS strangers
    FROM payouts
    JOIN payout_items AS item ON item.payout_id = payouts.id
    LEFT JOIN ledger_journals AS journal ON journal.provider = payouts.provider
      AND journal.environment = payouts.environment AND journal.account_id = payouts.account_id
      AND journal.book = 'merchant' AND journal.source_id = item.source_id AND journal.merchant_id = payouts.merchant_id
    LEFT JOIN ledger_entries AS entry ON entry.journal_id = journal.id AND entry.account = 'balance'
    WHERE payouts.merchant_id = ${merchantId} AND payouts.provider = ${provider}
      AND payouts.environment = ${environment} AND payouts.account_id = ${accountId} AND ${which}
    GROUP BY payouts.id`);
  const book = toBook(account);
  for (const row of rows) {
    const [amount, sum] = [Number(row.amount), Number(row.items ?? 0)];
    if (amount === sum && Number(row.strangers) === 0) {
      await closeDifferences(tx, book, "payout_differs", [row.payout_id]);
      continue;
    }
    const params = { currency: row.currency, amount, items: sum };
    await openDifference(tx, book, { code: "payout_differs", subject: row.payout_id, params });
  }
}
