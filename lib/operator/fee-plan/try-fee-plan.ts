import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { defineOperatorVerb } from "#lib/auth/operator.ts";
import { computeFee, type FeeRule } from "#lib/fees/compute-fee.ts";
import { plans } from "#lib/fees/plans.ts";
import { money, withCurrency } from "#lib/money/money.ts";
import { readOverAll } from "../read-over-all.ts";
import type { RevenueScope } from "../revenue/revenue-schema.ts";
import { dayBefore, toFirstDay } from "../revenue/utc-months.ts";
import { countAmounts, type FeePlanSpan } from "./count-amounts.ts";
import {
  type FeePlanRow,
  type FeePlanTrial,
  feePlanDays,
  feePlanPerPage,
  feePlanTrial,
  tryFeePlanInput,
} from "./fee-plan-schema.ts";

type Page = { id: string; name: string }[];

/**
 * What the fees of the last 90 days would have come to by another rule, merchant by merchant, those with the
 * most volume first. Each payment is reckoned by `computeFee`, with its minimum, rounding and ceiling. As the fee depends on
 * the amount alone, Postgres counts the payments of each amount (from an index that holds all of it, for the merchants of
 * one page), and `computeFee` is asked once for each amount. Payments that were not asked for through Patchbay carried no fee
 * and are left out; what refunds gave back is left out on both sides.
 * @param at now
 * @throws {AppError} 404 for who is no operator, 422 for bad input
 */
export const tryFeePlan = defineOperatorVerb({
  input: tryFeePlanInput,
  output: feePlanTrial,
  async run({ input: { plan: planId, page, basisPoints, minimum, ...scope }, at = new Date() }) {
    const plan = plans.find(({ id }) => id === planId);
    const rule: FeeRule = plan ? { basisPoints: plan.basisPoints, minimum: 0 } : { basisPoints, minimum };
    const span = { from: dayBefore(at, feePlanDays - 1), until: dayBefore(at, -1) };
    const { merchantCount, found, amounts } = await readOverAll(async (tx) => {
      const { merchantCount, found } = await findPage(tx, scope, span, page);
      const merchantIds = found.map(({ id }) => id);
      return { merchantCount, found, amounts: await countAmounts(tx, scope, span, merchantIds) };
    });
    const fee = reckoner(scope.currency, rule, new Date(`${span.from}T00:00:00Z`));
    const rows = found.map(({ id, name }): FeePlanRow => {
      const row: FeePlanRow = { merchantId: id, merchantName: name, ...nothing };
      const own = amounts.find(({ merchantId }) => merchantId === id);
      row.feesWere = own?.fees ?? 0;
      for (const { amount, payments } of own?.amounts ?? []) {
        const { fee: one, decidedBy } = fee(amount);
        row.payments += payments;
        row.volume += amount * payments;
        row.feesWouldBe += one * payments;
        if (decidedBy === "minimum") row.byMinimum += payments;
        if (decidedBy === "ceiling") row.byCeiling += payments;
      }
      row.difference = row.feesWouldBe - row.feesWere;
      return row;
    });
    const total = rows.reduce<FeePlanTrial["total"]>(
      (sum, row) => ({
        payments: sum.payments + row.payments,
        volume: sum.volume + row.volume,
        feesWere: sum.feesWere + row.feesWere,
        feesWouldBe: sum.feesWouldBe + row.feesWouldBe,
        difference: sum.difference + row.difference,
      }),
      { payments: 0, volume: 0, feesWere: 0, feesWouldBe: 0, difference: 0 },
    );
    return {
      ...span,
      rule,
      monthly: plan?.monthly.minor ?? null,
      rows,
      total,
      page,
      merchants: merchantCount,
    };
  },
});

const nothing = {
  payments: 0,
  volume: 0,
  feesWere: 0,
  feesWouldBe: 0,
  difference: 0,
  byMinimum: 0,
  byCeiling: 0,
};

/** The fee by amount, each amount reckoned once. The step of a currency is that of the beginning of the time. */
function reckoner(currency: string, rule: FeeRule, at: Date) {
  const known = new Map<number, { fee: number; decidedBy: "share" | "minimum" | "ceiling" }>();
  return (amount: number) => {
    const before = known.get(amount);
    if (before) return before;
    const reckoned = withCurrency(currency, (unit) => {
      const { fee, arithmetic } = computeFee(money(unit, amount), rule, at);
      return { fee: fee.minor, decidedBy: arithmetic.decidedBy };
    });
    known.set(amount, reckoned);
    return reckoned;
  };
}

/** Those with the most volume first, and how many there are on all pages. Months are whole: a day's sums are not kept. */
async function findPage(
  tx: Tx,
  { environment, currency }: RevenueScope,
  { from, until }: FeePlanSpan,
  page: number,
): Promise<{ merchantCount: number; found: Page }> {
  const rows = await tx.execute(sql`
    WITH sold AS MATERIALIZED (
      SELECT merchant_id, sum(payments) AS volume FROM revenue_spans
      WHERE environment = ${environment} AND currency = ${currency} AND book = 'merchant' AND span = 'month'
        AND starts_on >= ${toFirstDay(from.slice(0, 7))}::date AND starts_on < ${until}::date AND payment_count > 0
      GROUP BY merchant_id
    ), page AS (
      SELECT * FROM sold ORDER BY volume DESC, merchant_id
      LIMIT ${feePlanPerPage} OFFSET ${(page - 1) * feePlanPerPage}
    )
    SELECT total.merchants, id, name FROM (SELECT count(*)::int AS merchants FROM sold) total
    LEFT JOIN (page JOIN merchants ON id = merchant_id) ON true ORDER BY volume DESC, id`);
  const all = z.array(placeSchema).parse([...rows]);
  const found = all.flatMap(({ id, name }) => (id === null || name === null ? [] : [{ id, name }]));
  return { merchantCount: all[0]?.merchants ?? 0, found };
}

/** Where a page has no row there is one with the count alone. */
const placeSchema = z.object({
  merchants: z.number(),
  id: z.string().nullable(),
  name: z.string().nullable(),
});
