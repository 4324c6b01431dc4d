import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { runAlone } from "#lib/work/run-alone.ts";

/**
 * Makes one row of the rows of `revenue_months` that have the same key; their sum stays. Each change of a merchant's month
 * has added one.
 * @returns how many rows are fewer; null while another process is at it
 */
export function foldMonths(): Promise<number | null> {
  return runAlone("months", async () => {
    const [folded] = await db().execute<{ rows: number }>(sql`
      WITH taken AS (
        DELETE FROM revenue_months
        WHERE (environment, currency, starts_on, signed_up_in, book) IN (
          SELECT environment, currency, starts_on, signed_up_in, book FROM revenue_months
          GROUP BY 1, 2, 3, 4, 5 HAVING count(*) > 1)
        RETURNING *
      ), added AS (
        INSERT INTO revenue_months (environment, currency, starts_on, signed_up_in, book, payments, refunds, disputes,
          dispute_fees, platform_fees, platform_fees_returned, payment_count, dispute_count, merchant_count)
        SELECT environment, currency, starts_on, signed_up_in, book, sum(payments), sum(refunds), sum(disputes),
          sum(dispute_fees), sum(platform_fees), sum(platform_fees_returned), sum(payment_count), sum(dispute_count),
          sum(merchant_count)
        FROM taken GROUP BY 1, 2, 3, 4, 5 RETURNING 1
      )
      SELECT ((SELECT count(*) FROM taken) - (SELECT count(*) FROM added))::int AS rows`);
    return folded?.rows ?? 0;
  });
}
