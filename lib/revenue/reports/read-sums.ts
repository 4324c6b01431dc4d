import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type Period, within } from "../period.ts";
import type { ClockUnit, LedgerTotals, SalesTotals } from "../schema.ts";
import type { Scope } from "../scope.ts";
import { localTime, type Zone } from "../zone.ts";
import type { Bucket } from "./buckets.ts";

/**
 * By which part each row of sums is told: a bucket's place, a place of the clock, or "" for all together. It is a number
 * until rows are added up: a year has 35,000 of them, and texts cost twice as much.
 */
export type Sums<Totals> = ReadonlyMap<string, Totals>;

export async function readLedgerSums(
  tx: Tx,
  { merchantId, environment, currency }: Scope,
  period: Period,
  part: SQL,
): Promise<Sums<LedgerTotals>> {
  const total = (columns: string, name: string) => sql.raw(`sum(${columns})::float8 AS "${name}"`);
  const rows = await tx.execute<{ part: string } & LedgerTotals>(sql`
    SELECT place.part::text AS part, ${sql.join(
      [
        total("payments", "gross"),
        total("refunds", "refunds"),
        total("disputes", "disputes"),
        total("dispute_fees", "disputeFees"),
        total("platform_fees", "platformFees"),
        total("platform_fees_returned", "platformFeesReturned"),
        total("provider_fees", "providerFees"),
        total("taxes", "taxes"),
        total("others", "others"),
        total(
          "payments + refunds + disputes + dispute_fees + platform_fees + provider_fees + taxes + others",
          "net",
        ),
        total("bank", "bank"),
        total("payment_count", "payments"),
        total("refund_count", "refundCount"),
        total("dispute_count", "disputeCount"),
      ],
      sql`, `,
    )}
    FROM revenue_quarters, LATERAL (SELECT ${part} AS part) place
    WHERE merchant_id = ${merchantId} AND book = 'merchant' AND environment = ${environment}
      AND currency = ${currency} AND ${within(sql`quarter_at`, period)}
    GROUP BY place.part`);
  return new Map([...rows].map(({ part: name, ...totals }) => [name, totals]));
}

export async function readSalesSums(
  tx: Tx,
  { merchantId, environment, currency }: Scope,
  period: Period,
  part: SQL,
): Promise<Sums<SalesTotals>> {
  const rows = await tx.execute<{ part: string } & SalesTotals>(sql`
    SELECT place.part::text AS part, sum(gross)::float8 AS sales, sum(tips)::float8 AS tips, sum(orders)::float8 AS orders
    FROM sales_quarters, LATERAL (SELECT ${part} AS part) place
    WHERE merchant_id = ${merchantId} AND environment = ${environment} AND currency = ${currency}
      AND dimension = 'all' AND ${within(sql`quarter_at`, period)}
    GROUP BY place.part`);
  return new Map([...rows].map(({ part: name, ...totals }) => [name, totals]));
}

export const allTogether = sql`''::text`;

/** In which bucket a quarter of an hour lies, by its place in the list. */
export function toBucketIndex(buckets: readonly Bucket[]): SQL {
  const starts = JSON.stringify(buckets.map(({ from }) => from.toISOString()));
  return sql`width_bucket(quarter_at,
    ARRAY(SELECT start::timestamptz FROM json_array_elements_text(${starts}::json) WITH ORDINALITY list (start, place)
      ORDER BY place)) - 1`;
}

/** Where a quarter of an hour stands on the merchant's clock; `placeOnClock` says which place an hour has. */
export function toClockHour(unit: ClockUnit, zone: Zone): SQL {
  const local = localTime(sql`quarter_at`, zone);
  const hour = sql`date_part('hour', ${local})`;
  return unit === "hour_of_day"
    ? sql`(${hour})::int`
    : sql`(date_part('isodow', ${local}) * 24 + ${hour})::int`;
}

export function placeOnClock({ weekday, hour }: { weekday?: string; hour: string }): string {
  return String((weekday === undefined ? 0 : Number(weekday) * 24) + Number(hour));
}
