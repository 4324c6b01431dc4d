import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { revenueQuarters } from "#db/schema/revenue.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { bookMovements } from "#lib/ledger/book-movements.ts";
import { histories } from "#lib/ledger/testing/movements.ts";
import { foldMonths } from "./fold-months.ts";

/** No other test has money in these: sums over all merchants are then of this file's. */
const currencies = ["QSA", "QSB"] as const;

const quarter = fc.record({
  quarterAt: fc
    .integer({ min: 0, max: 60 * 96 })
    .map((quarters) => new Date(Date.UTC(2026, 8, 25) + quarters * 900_000)),
  currency: fc.constantFrom(...currencies),
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
      SELECT book, environment, s.provider, currency, span, starts_on,
        sum(payments) AS payments, sum(refunds) AS refunds, sum(platform_fees) AS fees,
        sum(payments + refunds + disputes + dispute_fees + platform_fees + provider_fees + taxes + others + bank) AS balance,
        sum(payment_count) AS payment_count, sum(dispute_count) AS dispute_count
      FROM revenue_quarters CROSS JOIN LATERAL (VALUES
        ('month', date_trunc('month', quarter_at AT TIME ZONE 'UTC')::date, ''),
        ('all', DATE '1970-01-01', revenue_quarters.provider)) s(span, starts_on, provider)
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

/** What the standings of a merchant must be by its quarters, by a rule that starts from the week in which one asks. */
async function differenceOfStandings(merchantId: string): Promise<unknown[]> {
  const rows = await db().execute(sql`
    WITH weeks AS (
      SELECT environment, currency, date_trunc('week', quarter_at AT TIME ZONE 'UTC')::date AS week, sum(payments) AS volume,
        sum(payment_count) AS payments, sum(dispute_count) AS disputes
      FROM revenue_quarters WHERE merchant_id = ${merchantId} AND book = 'merchant' GROUP BY 1, 2, 3
    ), asked AS (
      SELECT environment, currency, week_on::date FROM (SELECT DISTINCT environment, currency FROM weeks) scopes,
        generate_series(DATE '2026-07-06', DATE '2027-01-25', interval '7 days') week_on
    ), wanted AS (
      SELECT environment, currency, week_on,
        (SELECT coalesce(sum(volume), 0) FROM weeks w WHERE w.environment = a.environment AND w.currency = a.currency AND week >= week_on - 28 AND week < week_on) AS recent,
        (SELECT coalesce(sum(volume), 0) FROM weeks w WHERE w.environment = a.environment AND w.currency = a.currency AND week >= week_on - 56 AND week < week_on - 28) AS earlier,
        (SELECT coalesce(sum(payments), 0) FROM weeks w WHERE w.environment = a.environment AND w.currency = a.currency AND week >= week_on - 28 AND week <= week_on) AS payments,
        (SELECT coalesce(sum(disputes), 0) FROM weeks w WHERE w.environment = a.environment AND w.currency = a.currency AND week >= week_on - 28 AND week <= week_on) AS disputes
      FROM asked a
    ), found AS (
      SELECT environment, currency, week_on, recent_volume AS recent, earlier_volume AS earlier, payments, disputes
      FROM revenue_standings WHERE merchant_id = ${merchantId}
    ), differing AS ((SELECT * FROM wanted EXCEPT SELECT * FROM found) UNION ALL (SELECT * FROM found EXCEPT SELECT * FROM wanted))
    SELECT * FROM differing WHERE (recent, earlier, payments, disputes) <> (0, 0, 0, 0)`);
  return [...rows];
}

/** What the months over all merchants must be by the quarters, and what they are. */
async function differenceOverAll(): Promise<unknown[]> {
  const only = sql`currency IN (${currencies[0]}, ${currencies[1]})`;
  const rows = await db().execute(sql`
    WITH own AS (
      SELECT merchant_id, currency, date_trunc('month', quarter_at AT TIME ZONE 'UTC')::date AS starts_on,
        sum(payments) AS payments, sum(refunds) AS refunds, sum(payment_count) AS payment_count, sum(dispute_count) AS dispute_count
      FROM revenue_quarters WHERE ${only} GROUP BY 1, 2, 3
    ), wanted AS (
      SELECT currency, starts_on, date_trunc('month', created_at AT TIME ZONE 'UTC')::date AS signed_up_in, sum(payments) AS payments,
        sum(refunds) AS refunds, sum(payment_count) AS payment_count, sum(dispute_count) AS dispute_count,
        count(*) FILTER (WHERE payment_count > 0) AS merchant_count
      FROM own JOIN merchants ON id = merchant_id GROUP BY 1, 2, 3
    ), found AS (
      SELECT currency, starts_on, signed_up_in, sum(payments) AS payments, sum(refunds) AS refunds, sum(payment_count) AS payment_count,
        sum(dispute_count) AS dispute_count, sum(merchant_count) AS merchant_count
      FROM revenue_months WHERE ${only} GROUP BY 1, 2, 3
    ), differing AS ((SELECT * FROM wanted EXCEPT SELECT * FROM found) UNION ALL (SELECT * FROM found EXCEPT SELECT * FROM wanted))
    SELECT * FROM differing WHERE (payments, refunds, payment_count, dispute_count, merchant_count) <> (0, 0, 0, 0, 0)`);
  return [...rows];
}

test("months, standings and the whole time are the sums of their quarters, of one merchant and of all, whatever is added, changed and taken away", async () => {
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
        expect(await differenceOfStandings(merchantId)).toEqual([]);
        expect(await differenceOverAll()).toEqual([]);
        await db().execute(sql`UPDATE revenue_quarters SET payments = payments + 7, bank = bank - 3
          WHERE merchant_id = ${merchantId} AND currency = 'QSA'`);
        expect(await difference(merchantId)).toEqual([]);
        expect(await differenceOfStandings(merchantId)).toEqual([]);
        expect(await differenceOverAll()).toEqual([]);
        await foldMonths();
        await db().execute(
          sql`DELETE FROM revenue_quarters WHERE merchant_id = ${merchantId} AND provider = 'paypal'`,
        );
        expect(await difference(merchantId)).toEqual([]);
        expect(await differenceOfStandings(merchantId)).toEqual([]);
        expect(await differenceOverAll()).toEqual([]);
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
      VALUES (${merchantId}, 'merchant', 'live', 'stripe', 'QSA', ${at(index).toISOString()}, 100)
      ON CONFLICT (merchant_id, book, environment, currency, quarter_at, provider) DO UPDATE SET payments = held.payments + 100`);
  await Promise.all(Array.from({ length: 40 }, (_, index) => add(index)));
  expect(await difference(merchantId)).toEqual([]);
  expect(await differenceOfStandings(merchantId)).toEqual([]);
  expect(await differenceOverAll()).toEqual([]);
});

test("who books in a month waits for no other merchant who does, and both are counted before and after the fold", async () => {
  const [one, other] = [await createTestMerchant(), await createTestMerchant()];
  const quarterAt = new Date("2026-09-25T10:00:00Z");
  const row = {
    book: "merchant",
    environment: "live",
    provider: "stripe",
    currency: "QSB",
    quarterAt,
  } as const;
  const createRow = (merchantId: string) => ({ ...row, merchantId, payments: 100, paymentCount: 1 });
  await db().transaction(async (tx) => {
    await tx.insert(revenueQuarters).values(createRow(one.merchantId));
    // The first has not committed: were there one row for both, this would wait for it, and it for this.
    await db().transaction(async (second) => {
      await second.execute(sql`SELECT set_config('lock_timeout', '2s', true)`);
      await second.insert(revenueQuarters).values(createRow(other.merchantId));
    });
  });
  expect(await differenceOverAll()).toEqual([]);
  await Promise.all([
    foldMonths(),
    foldMonths(),
    db()
      .insert(revenueQuarters)
      .values({ ...createRow(one.merchantId), currency: "QSA" }),
  ]);
  expect(await differenceOverAll()).toEqual([]);
  // Another process may just be at it.
  await vi.waitFor(async () => expect(await foldMonths()).not.toBeNull());
  const twice = await db().execute(sql`SELECT 1 FROM revenue_months WHERE currency IN ('QSA', 'QSB')
    GROUP BY environment, currency, starts_on, signed_up_in, book HAVING count(*) > 1`);
  expect([...twice]).toEqual([]);
});
