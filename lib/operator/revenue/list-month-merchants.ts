import { and, count, desc, eq, gt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { revenueSpans } from "#db/schema/operator.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { defineOperatorVerb } from "#lib/auth/operator.ts";
import { readOverAll } from "../read-over-all.ts";
import {
  type MonthMerchant,
  merchantsPerPage,
  monthMerchant,
  monthMerchantsInput,
} from "./revenue-schema.ts";
import { toFirstDay } from "./utc-months.ts";

/** A file has all of them, up to more than there will be. */
const mostInFile = 100_000;

/**
 * What is behind the numbers of a month (UTC): the merchants, those with the most volume in it first.
 * @throws {AppError} 404 for who is no operator, 422 for bad input
 */
export const listMonthMerchants = defineOperatorVerb({
  input: monthMerchantsInput,
  output: z.object({ data: z.array(monthMerchant), total: z.int(), page: z.int() }),
  async run({ input: wanted }) {
    const { page } = wanted;
    const data = await readRows(wanted, merchantsPerPage, (page - 1) * merchantsPerPage);
    return { data, total: await countRows(wanted), page };
  },
});

/** All of them at once, for a file. @throws {AppError} as `listMonthMerchants` */
export const listAllMonthMerchants = defineOperatorVerb({
  input: monthMerchantsInput,
  output: z.array(monthMerchant),
  async run({ input }) {
    return readRows(input, mostInFile, 0);
  },
});

type Wanted = z.infer<typeof monthMerchantsInput>;

function inMonth({ environment, currency, month }: Wanted) {
  return and(
    eq(revenueSpans.environment, environment),
    eq(revenueSpans.currency, currency),
    eq(revenueSpans.span, "month"),
    eq(revenueSpans.startsOn, toFirstDay(month)),
    eq(revenueSpans.book, "merchant"),
    or(gt(revenueSpans.paymentCount, 0), sql`${revenueSpans.refunds} <> 0`, gt(revenueSpans.disputeCount, 0)),
  );
}

async function countRows(wanted: Wanted): Promise<number> {
  const [row] = await readOverAll((tx) =>
    tx.select({ merchants: count() }).from(revenueSpans).where(inMonth(wanted)),
  );
  return row?.merchants ?? 0;
}

async function readRows(wanted: Wanted, limit: number, offset: number): Promise<MonthMerchant[]> {
  const amount = (what: ReturnType<typeof sql>) => sql<number>`${what}`.mapWith(Number);
  return readOverAll((tx) =>
    tx
      .select({
        id: merchants.id,
        name: merchants.name,
        volume: revenueSpans.payments,
        refunded: amount(sql`-${revenueSpans.refunds}`),
        feesEarned: amount(sql`${revenueSpans.platformFeesReturned} - ${revenueSpans.platformFees}`),
        feesReturned: revenueSpans.platformFeesReturned,
        payments: revenueSpans.paymentCount,
        disputes: revenueSpans.disputeCount,
      })
      .from(revenueSpans)
      .innerJoin(merchants, eq(merchants.id, revenueSpans.merchantId))
      .where(inMonth(wanted))
      .orderBy(desc(revenueSpans.payments), merchants.id)
      .limit(limit)
      .offset(offset),
  );
}
