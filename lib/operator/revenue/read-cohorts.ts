import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperatorVerb } from "#lib/auth/operator.ts";
import { readOverAll } from "../read-over-all.ts";
import { cohort, revenueScope } from "./revenue-schema.ts";
import { monthsUpTo, toFirstDay, toMonth } from "./utc-months.ts";

/** This month, and the five before it. */
const cohortsShown = 6;

const cohortRow = z.object({ cohort: z.string(), merchants: z.coerce.number() });
const monthRow = cohortRow.extend({ month: z.string(), volume: z.coerce.number() });

/**
 * Merchants by the month in which they signed up (UTC), the oldest first: how many, and in each month since, how many of
 * them sold something and for how much. Who signed up counts in every environment and currency.
 * @param at now
 * @throws {AppError} 404 for who is no operator, 422 for bad input
 */
export const readCohorts = defineOperatorVerb({
  input: revenueScope,
  output: z.array(cohort),
  async run({ input: { environment, currency }, at = new Date() }) {
    const months = monthsUpTo(at, cohortsShown);
    const from = toFirstDay(months[0] ?? toMonth(at));
    const { signedUp, sold } = await readOverAll(async (tx) => ({
      signedUp: await tx.execute(sql`
      SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM') AS cohort, count(*) AS merchants FROM merchants
      WHERE created_at >= ${from}::timestamp AT TIME ZONE 'UTC' GROUP BY 1`),
      sold: await tx.execute(sql`
      SELECT to_char(signed_up_in, 'YYYY-MM') AS cohort, to_char(starts_on, 'YYYY-MM') AS month,
        sum(merchant_count) AS merchants, sum(payments) AS volume
      FROM revenue_months
      WHERE book = 'merchant' AND environment = ${environment} AND currency = ${currency}
        AND starts_on >= ${from}::date AND signed_up_in >= ${from}::date
      GROUP BY 1, 2`),
    }));
    const sizes = new Map(
      z
        .array(cohortRow)
        .parse([...signedUp])
        .map((row) => [row.cohort, row.merchants]),
    );
    const cells = new Map(
      z
        .array(monthRow)
        .parse([...sold])
        .map((row) => [`${row.cohort} ${row.month}`, row]),
    );
    return months.map((cohort) => ({
      month: cohort,
      signedUp: sizes.get(cohort) ?? 0,
      months: months
        .filter((month) => month >= cohort)
        .map((month) => {
          const cell = cells.get(`${cohort} ${month}`);
          return { month, merchants: cell?.merchants ?? 0, volume: cell?.volume ?? 0 };
        }),
    }));
  },
});
