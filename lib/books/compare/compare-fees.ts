import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { closeDifferences, listOpenSubjects, openDifference } from "#lib/ledger/differences.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { toBook } from "../to-book.ts";
import { decidedFee } from "./decided-fee.ts";

type Row = {
  charge_id: string;
  fee: string;
  currency: string;
  booked: string;
};

/**
 * Compares the fee that was decided for each payment with what the provider took of it for the platform, by the movement
 * of the payment: of those that moved or were booked since a moment, however long ago they were asked for, and of those
 * that differed. Where the two are in two currencies there is nothing to compare here.
 */
export async function compareFees(account: PaymentAccountRow, since: Date | null): Promise<void> {
  const book = toBook(account);
  const differing = (await readFees(account, since)).flatMap((row) => {
    const [fee, booked] = [Number(row.fee), Number(row.booked)];
    const code = booked === 0 ? ("fee_missing" as const) : ("fee_differs" as const);
    const params = { currency: row.currency, fee, booked };
    return fee === booked ? [] : [{ code, subject: row.charge_id, params }];
  });
  await db().transaction(async (tx) => {
    for (const difference of differing) await openDifference(tx, book, difference);
    for (const code of ["fee_missing", "fee_differs"] as const) {
      const now = new Set(differing.filter((one) => one.code === code).map(({ subject }) => subject));
      const open = await listOpenSubjects(tx, book, code);
      const over = open.filter((subject) => !now.has(subject));
      await closeDifferences(tx, book, code, over);
    }
  });
}

async function readFees(account: PaymentAccountRow, since: Date | null): Promise<Row[]> {
  const { merchantId, provider, environment, accountId } = account;
  const from = since?.toISOString() ?? null;
  const own = sql`own.merchant_id = ${merchantId} AND own.provider = ${provider} AND own.environment = ${environment}
    AND own.account_id = ${accountId} AND own.book = 'merchant'`;
  const rows = await db().execute<Row>(sql`
    WITH moved AS (
      SELECT own.payment_id AS charge_id FROM ledger_journals AS own
      WHERE ${own} AND own.kind IN ('payment', 'unknown') AND own.object_id = own.payment_id
        AND (${from}::timestamptz IS NULL OR own.effective_at >= ${from}::timestamptz OR own.recorded_at >= ${from}::timestamptz)
      UNION SELECT own.subject FROM ledger_differences AS own
      WHERE ${own} AND own.closed_at IS NULL AND own.code IN ('fee_differs', 'fee_missing')
    )
    SELECT charges.charge_id, ${decidedFee}::text AS fee, charges.currency, coalesce(booked.amount, 0)::text AS booked
    FROM moved
    JOIN charges ON charges.merchant_id = ${merchantId} AND charges.provider = ${provider}
      AND charges.environment = ${environment} AND charges.account_id = ${accountId}
      AND charges.charge_id = moved.charge_id AND charges.status = 'succeeded'
    JOIN ledger_journals AS journal ON journal.merchant_id = charges.merchant_id AND journal.payment_id = charges.charge_id
      AND journal.provider = charges.provider AND journal.environment = charges.environment
      AND journal.account_id = charges.account_id AND journal.book = 'merchant' AND journal.object_id = charges.charge_id
      AND journal.kind IN ('payment', 'unknown') AND journal.currency = charges.currency AND journal.facts ->> 'corrects' IS NULL
    LEFT JOIN LATERAL (SELECT sum(entry.amount) AS amount FROM ledger_journals AS own
      JOIN ledger_entries AS entry ON entry.journal_id = own.id AND entry.account = 'platform_fees'
      WHERE ${own} AND own.payment_id = charges.charge_id AND own.object_id = charges.charge_id
        AND own.kind IN ('payment', 'unknown')) AS booked ON true
    WHERE ${decidedFee} IS NOT NULL AND ${decidedFee} <> coalesce(booked.amount, 0)`);
  return [...rows];
}
