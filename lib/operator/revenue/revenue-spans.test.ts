import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { revenueQuarters } from "#db/schema/revenue.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import { histories } from "#lib/ledger/testing/movements.ts";

const quarter = fc.record({
  quarterAt: fc
    .integer({ min: 0, max: 60 * 96 })
    .map((quarters) => new Date(Date.UTC(2026, 8, 25) + quarters * 900_000)),
  currency: fc.constantFrom("EUR", "JPY"),
  provider: fc.constantFrom("stripe", "paypal"),
  payments: fc.integer({ min: 0, max: 1e9 }),
  refunds: fc.integer({ min: -1e9, max: 0 }),
  bank: fc.integer({ min: -1e9, max: 1e9 }),
  paymentCount: fc.nat(50),
  disputeCount: fc.nat(5),
});

/** What the spans of a merchant must be by its quarters, and what they are. */
async function difference(merchantId: string): Promise<unknown[]> {
  const rows = await db().execute(sql`
    WITH wanted AS (
      SELECT book, environment, provider, currency, span, starts_on,
        sum(payments) AS payments, sum(refunds) AS refunds, sum(platform_fees) AS fees,
        sum(payments + refunds + disputes + dispute_fees + platform_fees + provider_fees + taxes + others + bank) AS balance,
        sum(payment_count) AS payment_count, sum(dispute_count) AS dispute_count
      FROM revenue_quarters CROSS JOIN LATERAL (VALUES
        ('month', date_trunc('month', quarter_at AT TIME ZONE 'UTC')::date),
        ('week', date_trunc('week', quarter_at AT TIME ZONE 'UTC')::date), ('all', DATE '1970-01-01')) s(span, starts_on)
      WHERE merchant_id = ${merchantId} GROUP BY 1, 2, 3, 4, 5, 6
    ), found AS (
      SELECT book, environment, provider, currency, span, starts_on, payments, refunds, platform_fees, balance, payment_count, dispute_count
      FROM revenue_spans WHERE merchant_id = ${merchantId}
        AND (payments, refunds, platform_fees, balance, payment_count, dispute_count) <> (0, 0, 0, 0, 0, 0)
    )
    (SELECT * FROM wanted WHERE (payments, refunds, fees, balance, payment_count, dispute_count) <> (0, 0, 0, 0, 0, 0)
      EXCEPT SELECT * FROM found)
    UNION ALL (SELECT * FROM found EXCEPT SELECT * FROM wanted)`);
  return [...rows];
}

test("months, weeks and the whole time are the sums of their quarters, whatever is added, changed and taken away", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(quarter, {
        selector: ({ quarterAt, currency, provider }) => `${quarterAt.getTime()} ${currency} ${provider}`,
        minLength: 1,
        maxLength: 12,
      }),
      async (list) => {
        const { merchantId } = await createTestMerchant();
        const rows = list.map((one) => ({
          merchantId,
          book: "merchant" as const,
          environment: "live" as const,
          ...one,
        }));
        await db().insert(revenueQuarters).values(rows);
        expect(await difference(merchantId)).toEqual([]);
        await db().execute(sql`UPDATE revenue_quarters SET payments = payments + 7, bank = bank - 3
          WHERE merchant_id = ${merchantId} AND currency = 'EUR'`);
        expect(await difference(merchantId)).toEqual([]);
        await db().execute(
          sql`DELETE FROM revenue_quarters WHERE merchant_id = ${merchantId} AND provider = 'paypal'`,
        );
        expect(await difference(merchantId)).toEqual([]);
      },
    ),
    { numRuns: 8 },
  );
});

test("the balance of the whole time is the ledger's, whatever was booked, in whatever pieces", async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.integer({ min: 1, max: 10 }), async (movements, size) => {
      const { merchantId } = await createTestMerchant();
      const account = {
        provider: "stripe",
        environment: "sandbox",
        accountId: `acct_${merchantId}`,
      } as const;
      for (let from = 0; from < movements.length; from += size) {
        await db().transaction((tx) =>
          bookMovements(tx, { merchantId, book: "merchant", ...account }, movements.slice(from, from + size)),
        );
      }
      const rows = await db().execute(sql`
        SELECT currency, sum(amount)::text AS amount FROM ledger_entries
        WHERE merchant_id = ${merchantId} AND account = 'balance' GROUP BY currency HAVING sum(amount) <> 0 ORDER BY currency`);
      const spans = await db().execute(sql`
        SELECT currency, balance::text AS amount FROM revenue_spans
        WHERE merchant_id = ${merchantId} AND span = 'all' AND balance <> 0 ORDER BY currency`);
      expect([...spans]).toEqual([...rows]);
    }),
    { numRuns: 8 },
  );
});

test("two who book at once for one merchant both count, and neither waits in a circle", async () => {
  const { merchantId } = await createTestMerchant();
  const at = (index: number) => new Date(Date.UTC(2026, 9, 1 + (index % 3)) + (index % 7) * 900_000);
  const add = (index: number) =>
    db().execute(sql`INSERT INTO revenue_quarters AS held (merchant_id, book, environment, provider, currency, quarter_at, payments)
      VALUES (${merchantId}, 'merchant', 'live', 'stripe', 'EUR', ${at(index).toISOString()}, 100)
      ON CONFLICT (merchant_id, book, environment, currency, quarter_at, provider) DO UPDATE SET payments = held.payments + 100`);
  await Promise.all(Array.from({ length: 40 }, (_, index) => add(index)));
  expect(await difference(merchantId)).toEqual([]);
});
