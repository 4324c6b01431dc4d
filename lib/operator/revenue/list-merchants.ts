import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperatorVerb } from "#lib/auth/operator.ts";
import { readOverAll } from "../read-over-all.ts";
import { shareInBasisPoints } from "./basis-points.ts";
import {
  listMerchantsInput,
  type MerchantPage,
  type MerchantStanding,
  merchantPage,
  merchantStanding,
  merchantsPerPage,
  type RevenueScope,
  standingRule,
  standings,
} from "./revenue-schema.ts";
import { mondayBefore } from "./utc-months.ts";

/** A file has all of them, up to more than there will be. */
const mostInFile = 100_000;

/**
 * Merchants who have sold something in an environment and currency, those with the most volume of the last four full weeks
 * first, and how many stand how.
 * @param at now
 * @throws {AppError} 404 for who is no operator, 422 for bad input
 */
export const listMerchants = defineOperatorVerb({
  input: listMerchantsInput,
  output: merchantPage,
  async run({ input: wanted, at = new Date() }) {
    const { rows, counts } = await read(wanted, at, {
      limit: merchantsPerPage,
      offset: (wanted.page - 1) * merchantsPerPage,
    });
    const { standing, page } = wanted;
    const all = counts.active + counts.at_risk + counts.stopped;
    return { data: rows, counts, total: standing ? counts[standing] : all, page };
  },
});

/** All of them at once, for a file. @throws {AppError} as `listMerchants` */
export const listAllMerchants = defineOperatorVerb({
  input: listMerchantsInput,
  output: z.array(merchantStanding),
  async run({ input, at = new Date() }) {
    return (await read(input, at, { limit: mostInFile, offset: 0 })).rows;
  },
});

const whole = z.coerce.number();
const countsSchema = z.object({ active: whole, at_risk: whole, stopped: whole });
const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  signedUpOn: z.string(),
  standing: z.enum(standings),
  recentVolume: whole,
  earlierVolume: whole,
  payments: whole,
  disputes: whole,
  fees: whole,
});

type Wanted = RevenueScope & Pick<z.infer<typeof listMerchantsInput>, "standing" | "search">;

/** One statement, as all of it is made of the same sums. Where a page has no row there is one with the counts alone. */
async function read(wanted: Wanted, at: Date, { limit, offset }: { limit: number; offset: number }) {
  const { environment, currency, standing, search = "" } = wanted;
  const { fallenToBasisPoints, disputedBasisPoints } = standingRule;
  const pattern = `%${search.replace(/[\\%_]/g, "\\$&")}%`;
  const found = await readOverAll((tx) =>
    tx.execute(sql`
      WITH ever AS (
        SELECT merchant_id, -sum(platform_fees) AS fees FROM revenue_spans
        WHERE book = 'merchant' AND environment = ${environment} AND currency = ${currency} AND span = 'all'
        GROUP BY merchant_id HAVING sum(payment_count) > 0
      ), sums AS (
        SELECT merchant_id, fees, coalesce(recent_volume, 0) AS recent, coalesce(earlier_volume, 0) AS earlier,
          coalesce(payments, 0) AS payments, coalesce(disputes, 0) AS disputes
        FROM ever LEFT JOIN (
          SELECT * FROM revenue_standings
          WHERE environment = ${environment} AND currency = ${currency} AND week_on = ${mondayBefore(at, 0)}::date
        ) standings USING (merchant_id)
      ), stood AS MATERIALIZED (
        SELECT m.id, m.name, m.created_at, recent, earlier, payments, disputes, fees, CASE
          WHEN payments = 0 THEN 'stopped'
          WHEN earlier > 0 AND recent * 10000 <= earlier * ${fallenToBasisPoints}::int THEN 'at_risk'
          WHEN disputes * 10000::bigint > payments * ${disputedBasisPoints}::bigint THEN 'at_risk'
          ELSE 'active' END AS standing
        FROM sums JOIN merchants m ON m.id = merchant_id
        WHERE m.name ILIKE ${pattern}
      ), page AS (
        SELECT * FROM stood WHERE ${standing ?? null}::text IS NULL OR standing = ${standing ?? null}::text
        ORDER BY recent DESC, id LIMIT ${limit} OFFSET ${offset}
      ), counts AS (
        SELECT count(*) FILTER (WHERE standing = 'active') AS active,
          count(*) FILTER (WHERE standing = 'at_risk') AS at_risk,
          count(*) FILTER (WHERE standing = 'stopped') AS stopped
        FROM stood
      )
      SELECT counts.*, id, name, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "signedUpOn", standing,
        recent AS "recentVolume", earlier AS "earlierVolume", payments, disputes, fees
      FROM counts LEFT JOIN page ON true ORDER BY recent DESC, id`),
  );
  const counts: MerchantPage["counts"] = countsSchema.parse(found[0]);
  const rows = [...found].filter(({ id }) => id !== null);
  return { counts, rows: z.array(rowSchema).parse(rows).map(withRate) };
}

function withRate(row: z.infer<typeof rowSchema>): MerchantStanding {
  return { ...row, disputeRate: shareInBasisPoints(row.disputes, row.payments) };
}
