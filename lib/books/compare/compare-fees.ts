import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { closeDifferences, openDifference } from "#lib/ledger/differences.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { toBook } from "../to-book.ts";

type Row = {
  charge_id: string;
  fee: string;
  currency: string;
  booked: string | null;
};

/**
 * Compares the fee that was decided for each payment with what the provider took of it for the platform, by the movement
 * of the payment. Where the two are in two currencies there is nothing to compare here.
 */
export async function compareFees(account: PaymentAccountRow, since: Date | null): Promise<void> {
  const { merchantId, provider, environment, accountId } = account;
  const rows = await db().execute<Row>(sql`
    SELECT charges.charge_id, charges.fee::text AS fee, charges.currency, booked.amount::text AS booked
    FROM charges
    JOIN ledger_journals AS journal ON journal.merchant_id = charges.merchant_id AND journal.payment_id = charges.charge_id
      AND journal.provider = charges.provider AND journal.environment = charges.environment
      AND journal.account_id = charges.account_id AND journal.book = 'merchant' AND journal.object_id = charges.charge_id
      AND journal.kind IN ('payment', 'unknown') AND journal.currency = charges.currency AND journal.facts ->> 'corrects' IS NULL
    LEFT JOIN LATERAL (SELECT sum(entry.amount) AS amount FROM ledger_journals AS own
      JOIN ledger_entries AS entry ON entry.journal_id = own.id AND entry.account = 'platform_fees'
      WHERE own.merchant_id = journal.merchant_id AND own.payment_id = journal.payment_id AND own.account_id = journal.account_id
        AND own.environment = journal.environment AND own.book = 'merchant' AND own.object_id = journal.object_id
        AND own.kind IN ('payment', 'unknown') AND own.provider = journal.provider) AS booked ON true
    WHERE charges.merchant_id = ${merchantId} AND charges.provider = ${provider}
      AND charges.environment = ${environment} AND charges.account_id = ${accountId}
      AND charges.status = 'succeeded' AND charges.fee IS NOT NULL AND charges.charge_id IS NOT NULL
      AND (${since?.toISOString() ?? null}::timestamptz IS NULL
        OR charges.created_at >= ${since?.toISOString() ?? null}::timestamptz)
      AND (charges.fee <> coalesce(booked.amount, 0) OR EXISTS (SELECT 1 FROM ledger_differences AS open
        WHERE open.merchant_id = charges.merchant_id AND open.account_id = charges.account_id
          AND open.subject = charges.charge_id AND open.closed_at IS NULL AND open.code IN ('fee_differs', 'fee_missing')))`);
  const book = toBook(account);
  await db().transaction(async (tx) => {
    for (const row of rows) {
      const [fee, booked] = [Number(row.fee), Number(row.booked ?? 0)];
      const code = fee === booked ? null : booked === 0 ? "fee_missing" : "fee_differs";
      for (const over of ["fee_missing", "fee_differs"] as const) {
        if (over !== code) await closeDifferences(tx, book, over, [row.charge_id]);
      }
      const params = { currency: row.currency, fee, booked };
      if (code) await openDifference(tx, book, { code, subject: row.charge_id, params });
    }
  });
}
