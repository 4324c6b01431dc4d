import { and, eq, gte, type SQL, sql } from "drizzle-orm";
import { revenueSpans } from "#db/schema/operator.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { authoriseOperator, type OperatorCtx } from "#lib/auth/operator.ts";
import { notFound } from "#lib/errors.ts";
import { parseInput } from "#lib/parse.ts";
import { readOverAll } from "../read-over-all.ts";
import { shareInBasisPoints } from "./basis-points.ts";
import { merchantInput, type RevenueMonth, type RevenueScope, revenueScope } from "./revenue-schema.ts";
import { firstDayOf, monthOf, monthsUpTo } from "./utc-months.ts";

/** This month, and the twelve before it. */
export const monthsShown = 13;

/**
 * What all merchants together did, month by month (UTC), the oldest first; months without anything are there too.
 * @param at now
 * @throws {AppError} 404 for who is no operator, 422 for bad input
 */
export async function readRevenueMonths({
  ctx,
  input,
  at = new Date(),
}: {
  ctx: OperatorCtx;
  input: unknown;
  at?: Date;
}): Promise<RevenueMonth[]> {
  await authoriseOperator(ctx);
  return sumMonths(parseInput(revenueScope, input), at);
}

/**
 * The same of one merchant, and who it is.
 * @throws {AppError} 404 for who is no operator and for an unknown merchant, 422 for bad input
 */
export async function readMerchantMonths({
  ctx,
  input,
  at = new Date(),
}: {
  ctx: OperatorCtx;
  input: unknown;
  at?: Date;
}): Promise<{ merchant: { id: string; name: string; signedUpOn: string }; months: RevenueMonth[] }> {
  await authoriseOperator(ctx);
  const { merchantId, ...scope } = parseInput(merchantInput, input);
  const [merchant] = await readOverAll((tx) =>
    tx
      .select({ id: merchants.id, name: merchants.name, createdAt: merchants.createdAt })
      .from(merchants)
      .where(eq(merchants.id, merchantId)),
  );
  if (!merchant) throw notFound("merchant");
  const months = await sumMonths(scope, at, eq(revenueSpans.merchantId, merchantId));
  const { id, name, createdAt } = merchant;
  return { merchant: { id, name, signedUpOn: createdAt.toISOString().slice(0, 10) }, months };
}

async function sumMonths(scope: RevenueScope, at: Date, whose?: SQL): Promise<RevenueMonth[]> {
  const months = monthsUpTo(at, monthsShown);
  const of = (book: "merchant" | "platform", what: SQL) =>
    sql<number>`coalesce(sum(${what}) FILTER (WHERE ${revenueSpans.book} = ${book}), 0)`.mapWith(Number);
  const rows = await readOverAll((tx) =>
    tx
      .select({
        startsOn: revenueSpans.startsOn,
        volume: of("merchant", sql`${revenueSpans.payments}`),
        refunds: of("merchant", sql`${revenueSpans.refunds}`),
        fees: of("merchant", sql`${revenueSpans.platformFees}`),
        returned: of("merchant", sql`${revenueSpans.platformFeesReturned}`),
        lost: of("platform", sql`${revenueSpans.disputes} + ${revenueSpans.disputeFees}`),
        payments: of("merchant", sql`${revenueSpans.paymentCount}`),
        disputes: of("merchant", sql`${revenueSpans.disputeCount}`),
        merchants:
          sql<number>`count(DISTINCT ${revenueSpans.merchantId}) FILTER (WHERE ${revenueSpans.book} = 'merchant' AND ${revenueSpans.paymentCount} > 0)`.mapWith(
            Number,
          ),
      })
      .from(revenueSpans)
      .where(
        and(
          eq(revenueSpans.environment, scope.environment),
          eq(revenueSpans.currency, scope.currency),
          eq(revenueSpans.span, "month"),
          gte(revenueSpans.startsOn, firstDayOf(months[0] ?? monthOf(at))),
          whose,
        ),
      )
      .groupBy(revenueSpans.startsOn),
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
      isPart: month === monthOf(at),
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
