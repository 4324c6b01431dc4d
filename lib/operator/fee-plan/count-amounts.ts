import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import type { RevenueScope } from "../revenue/revenue-schema.ts";

/** The first day, and the day after the last one (UTC). */
export type FeePlanSpan = { from: string; until: string };
/** What a merchant's fees were, and how often each amount was paid. */
type Paid = { merchantId: string; fees: number; amounts: { amount: number; payments: number }[] };

/**
 * How often each amount was paid to whom. A merchant at a time, and two lists of each in place of a row for each amount:
 * numbers alone are grouped, which takes half as long.
 */
export async function countAmounts(
  tx: Tx,
  { environment, currency }: RevenueScope,
  { from, until }: FeePlanSpan,
  merchantIds: readonly string[],
): Promise<Paid[]> {
  if (merchantIds.length === 0) return [];
  const ids = sql.join(
    merchantIds.map((id) => sql`(${id})`),
    sql`, `,
  );
  const rows = await tx.execute(sql`
    SELECT page.id, paid.* FROM (VALUES ${ids}) page (id)
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(fee * times), 0)::float8 AS fees, coalesce(array_to_string(array_agg(amount), ' '), '') AS amounts,
        coalesce(array_to_string(array_agg(times), ' '), '') AS times
      FROM (SELECT amount, fee, count(*) AS times FROM charges
        WHERE merchant_id = page.id AND environment = ${environment} AND currency = ${currency} AND status = 'succeeded'
          AND fee IS NOT NULL AND paid_at >= ${`${from}T00:00:00Z`}::timestamptz AND paid_at < ${`${until}T00:00:00Z`}::timestamptz
        GROUP BY amount, fee) counted
    ) paid`);
  return z
    .array(paidSchema)
    .parse([...rows])
    .map(({ id, fees, amounts, times }) => {
      const payments = toNumbers(times);
      return {
        merchantId: id,
        fees,
        amounts: toNumbers(amounts).map((amount, place) => ({ amount, payments: payments[place] ?? 0 })),
      };
    });
}

const paidSchema = z.object({ id: z.string(), fees: z.number(), amounts: z.string(), times: z.string() });

function toNumbers(list: string): number[] {
  return list === "" ? [] : list.split(" ").map(Number);
}
