import { and, eq, gte, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { revenueMonths, revenueSpans } from "#db/schema/operator.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { defineOperatorVerb } from "#lib/auth/operator.ts";
import { notFound } from "#lib/errors.ts";
import { readOverAll } from "../read-over-all.ts";
import { shareInBasisPoints } from "./basis-points.ts";
import {
  merchantInput,
  type RevenueMonth,
  type RevenueScope,
  revenueMonth,
  revenueScope,
} from "./revenue-schema.ts";
import { monthsUpTo, toFirstDay, toMonth } from "./utc-months.ts";

/** This month, and the twelve before it. */
const monthsShown = 13;

/**
 * What all merchants together did, month by month (UTC), the oldest first; months without anything are there too.
 * @param at now
 * @throws {AppError} 404 for who is no operator, 422 for bad input
 */
export const readRevenueMonths = defineOperatorVerb({
  input: revenueScope,
  output: z.array(revenueMonth),
  async run({ input, at = new Date() }) {
    return sumMonths(input, at, {
      sums: revenueMonths,
      merchants: sql`coalesce(sum(${revenueMonths.merchantCount}) FILTER (WHERE ${revenueMonths.book} = 'merchant'), 0)`,
    });
  },
});

/**
 * The same of one merchant, and who it is.
 * @throws {AppError} 404 for who is no operator and for an unknown merchant, 422 for bad input
 */
export const readMerchantMonths = defineOperatorVerb({
  input: merchantInput,
  output: z.object({
    merchant: z.object({ id: z.string(), name: z.string(), signedUpOn: z.string() }),
    months: z.array(revenueMonth),
  }),
  async run({ input: { merchantId, ...scope }, at = new Date() }) {
    const [merchant] = await readOverAll((tx) =>
      tx
        .select({ id: merchants.id, name: merchants.name, createdAt: merchants.createdAt })
        .from(merchants)
        .where(eq(merchants.id, merchantId)),
    );
    if (!merchant) throw notFound("merchant");
    const months = await sumMonths(scope, at, {
      sums: revenueSpans,
      merchants: sql`count(*) FILTER (WHERE ${revenueSpans.book} = 'merchant' AND ${revenueSpans.paymentCount} > 0)`,
      whose: and(eq(revenueSpans.merchantId, merchantId), eq(revenueSpans.span, "month")),
    });
    const { id, name, createdAt } = merchant;
    return { merchant: { id, name, signedUpOn: createdAt.toISOString().slice(0, 10) }, months };
  },
});

/** Sums by month: of everybody's, or of one merchant's own rows. */
type Source = {
  sums: typeof revenueMonths | typeof revenueSpans;
  /** How many merchants sold something. */
  merchants: SQL;
  whose?: SQL | undefined;
};

async function sumMonths(
  scope: RevenueScope,
  at: Date,
  { sums, merchants: sold, whose }: Source,
): Promise<RevenueMonth[]> {
  const months = monthsUpTo(at, monthsShown);
  const of = (book: "merchant" | "platform", what: SQL) =>
    sql<number>`coalesce(sum(${what}) FILTER (WHERE ${sums.book} = ${book}), 0)`.mapWith(Number);
  const rows = await readOverAll((tx) =>
    tx
      .select({
        startsOn: sums.startsOn,
        volume: of("merchant", sql`${sums.payments}`),
        refunds: of("merchant", sql`${sums.refunds}`),
        fees: of("merchant", sql`${sums.platformFees}`),
        returned: of("merchant", sql`${sums.platformFeesReturned}`),
        lost: of("platform", sql`${sums.disputes} + ${sums.disputeFees}`),
        payments: of("merchant", sql`${sums.paymentCount}`),
        disputes: of("merchant", sql`${sums.disputeCount}`),
        merchants: sql<number>`${sold}`.mapWith(Number),
      })
      .from(sums)
      .where(
        and(
          eq(sums.environment, scope.environment),
          eq(sums.currency, scope.currency),
          gte(sums.startsOn, toFirstDay(months[0] ?? toMonth(at))),
          whose,
        ),
      )
      .groupBy(sums.startsOn),
  );
  const byMonth = new Map(rows.map((row) => [row.startsOn.slice(0, 7), row]));
  return months.map((month): RevenueMonth => {
    const row = byMonth.get(month);
    const volume = row?.volume ?? 0;
    const feesReturned = row?.returned ?? 0;
    // A merchant reads fees as what they cost, below zero.
    const kept = positive(row?.fees);
    return {
      month,
      isPart: month === toMonth(at),
      volume,
      refunded: positive(row?.refunds),
      feesEarned: kept + feesReturned,
      feesReturned,
      lost: positive(row?.lost),
      takeRate: shareInBasisPoints(kept, volume),
      payments: row?.payments ?? 0,
      disputes: row?.disputes ?? 0,
      merchants: row?.merchants ?? 0,
    };
  });
}

/** What is written as a cost, as an amount. */
function positive(cost: number | undefined): number {
  return cost ? -cost : 0;
}
