import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { behindTotals } from "./behind.ts";
import { type Period, periodBefore, readPeriod } from "./period.ts";
import { clip, listBuckets } from "./reports/buckets.ts";
import { readSold } from "./reports/read-sold.ts";
import {
  allTogether,
  placeOnClock,
  readLedgerSums,
  readSalesSums,
  toBucketIndex,
  toClockHour,
} from "./reports/read-sums.ts";
import {
  type ClockUnit,
  clockUnits,
  type LedgerTotals,
  longestHourlyDays,
  longestPeriodDays,
  type RevenueTotals,
  type RevenueUnit,
  revenueDto,
  revenueInput,
  type SalesTotals,
  soldUnits,
  type TimeRow,
  type TimeUnit,
} from "./schema.ts";
import { readAgreedUntil, readScope, type Scope } from "./scope.ts";
import { readZone, type Zone } from "./zone.ts";

const noLedger: LedgerTotals = {
  gross: 0,
  refunds: 0,
  disputes: 0,
  disputeFees: 0,
  platformFees: 0,
  platformFeesReturned: 0,
  providerFees: 0,
  taxes: 0,
  others: 0,
  net: 0,
  bank: 0,
  payments: 0,
  refundCount: 0,
  disputeCount: 0,
};

const noSales: SalesTotals = { sales: 0, tips: 0, orders: 0 };

/**
 * What a merchant has earned in a period, as sums of the ledger's entries and of payments, by part of time, hour of the
 * clock, product, code or table. One currency and one environment at a time; days are of the merchant's time zone.
 * @throws {AppError} 422 for a period that is none or too long, 503 where it takes too long
 */
export const getRevenue = defineVerb({
  permission: "read",
  input: revenueInput,
  output: revenueDto,
  async run({ ctx, input: asked }) {
    const zone = await readZone(ctx.merchantId);
    return readInTime(async (tx) => {
      const now = new Date();
      const longestDays = asked.by === "hour" ? longestHourlyDays : longestPeriodDays;
      const period = await readPeriod(tx, asked, { zone, now, longestDays });
      const known = await readScope(tx, ctx.merchantId, asked);
      // Without any payment there is no currency; sums of none are the same in each.
      const scope = {
        merchantId: ctx.merchantId,
        environment: known.environment,
        currency: known.currency ?? "",
      };
      const { totals, rows } = await readRows(tx, { scope, period, zone, now, by: asked.by });
      const before = await periodBefore(tx, period, { zone, now });
      const { environment, currencies, currency } = known;
      return {
        environment,
        currency,
        currencies,
        timeZone: zone.name,
        agreedUntil: (await readAgreedUntil(tx, ctx.merchantId, environment))?.toISOString() ?? null,
        by: asked.by,
        period: toText(period),
        part: period.to > now ? "running" : null,
        totals,
        behind: currency === null ? {} : behindTotals(scope, period),
        before: {
          period: toText(before),
          totals: await readTotals(tx, scope, before),
        },
        rows: rows ?? [],
        sold: isOneOf(soldUnits, asked.by)
          ? await readSold(tx, scope, period, { by: asked.by, limit: asked.limit, totals })
          : [],
      };
    });
  },
});

function isOneOf<Unit extends RevenueUnit>(units: readonly Unit[], unit: RevenueUnit): unit is Unit {
  return units.some((one) => one === unit);
}

function toText({ from, to }: Period) {
  return { from: from.toISOString(), to: to.toISOString() };
}

type Wanted = { scope: Scope; period: Period; zone: Zone; now: Date };

async function readRows(
  tx: Tx,
  { by, ...wanted }: Wanted & { by: RevenueUnit },
): Promise<{ totals: RevenueTotals; rows: TimeRow[] }> {
  if (isOneOf(soldUnits, by)) return { totals: await readTotals(tx, wanted.scope, wanted.period), rows: [] };
  return isOneOf(clockUnits, by) ? byClock(tx, wanted, by) : byTime(tx, wanted, by);
}

async function readTotals(tx: Tx, scope: Scope, period: Period): Promise<RevenueTotals> {
  const ledger = await readLedgerSums(tx, scope, period, allTogether);
  const sales = await readSalesSums(tx, scope, period, allTogether);
  return computeTotals(sumUp(noLedger, ledger.values()), sumUp(noSales, sales.values()));
}

async function byTime(tx: Tx, { scope, period, zone, now }: Wanted, unit: TimeUnit) {
  const buckets = await listBuckets(tx, period, unit, zone);
  const ledger = await readLedgerSums(tx, scope, period, toBucketIndex(buckets));
  const sales = await readSalesSums(tx, scope, period, toBucketIndex(buckets));
  const rows = buckets.map((bucket, place): TimeRow => {
    const { part, ...own } = clip(bucket, period, now);
    const name = String(place);
    return {
      key: bucket.key,
      ...toText(own),
      part,
      totals: computeTotals(ledger.get(name) ?? noLedger, sales.get(name) ?? noSales),
      behind: behindTotals(scope, own),
    };
  });
  const totals = computeTotals(sumUp(noLedger, ledger.values()), sumUp(noSales, sales.values()));
  return { totals, rows };
}

/** Every hour of the clock, also those in which nothing was sold. */
async function byClock(tx: Tx, { scope, period, zone }: Wanted, unit: ClockUnit) {
  const ledger = await readLedgerSums(tx, scope, period, toClockHour(unit, zone));
  const sales = await readSalesSums(tx, scope, period, toClockHour(unit, zone));
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour));
  const places =
    unit === "hour_of_day"
      ? hours.map((hour) => ({ key: hour, clock: { hour } }))
      : ["1", "2", "3", "4", "5", "6", "7"].flatMap((weekday) =>
          hours.map((hour) => ({ key: `${weekday}-${hour}`, clock: { weekday, hour } })),
        );
  const rows = places.map(
    ({ key, clock }): TimeRow => ({
      key,
      from: null,
      to: null,
      part: null,
      totals: computeTotals(
        ledger.get(placeOnClock(clock)) ?? noLedger,
        sales.get(placeOnClock(clock)) ?? noSales,
      ),
      behind: behindTotals(scope, period, clock),
    }),
  );
  const totals = computeTotals(sumUp(noLedger, ledger.values()), sumUp(noSales, sales.values()));
  return { totals, rows };
}

/** Sums of one currency, with the averages that follow from them. */
function computeTotals(ledger: LedgerTotals, sales: SalesTotals): RevenueTotals {
  return {
    ...ledger,
    ...sales,
    averageOrder: computeAverage(sales.sales, sales.orders),
    netAverage: computeAverage(ledger.net, sales.orders),
  };
}

/** Rounded half up, below zero away from it; null of nothing. */
function computeAverage(total: number, count: number): number | null {
  if (count <= 0) return null;
  const size = (BigInt(Math.abs(total)) * 2n + BigInt(count)) / (2n * BigInt(count));
  return size === 0n ? 0 : Number(size) * Math.sign(total);
}

/** Adds rows up, number by number. @param none what the sum of no rows is */
function sumUp<Totals extends Record<string, number>>(none: Totals, rows: Iterable<Totals>): Totals {
  const sums = new Map(Object.entries(none));
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) sums.set(name, (sums.get(name) ?? 0) + value);
  }
  return { ...none, ...Object.fromEntries(sums) };
}
