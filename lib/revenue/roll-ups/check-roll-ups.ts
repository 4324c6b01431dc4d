import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { logger } from "#lib/logger.ts";
import { isEnding } from "#lib/work/runs.ts";
import { type RollUpDifference, verifyRollUps } from "./verify-roll-ups.ts";

/**
 * Compares the sums of reports with what is behind them, merchant by merchant, for those who have any. What differs is
 * logged as an error: nothing mends it silently, as one of the two is wrong and people have read it.
 * @param merchantIds only these; left out: everybody
 */
export async function checkRollUps(
  merchantIds?: readonly string[],
): Promise<{ merchants: number; differences: RollUpDifference[] }> {
  const ids = merchantIds ?? (await merchantsWithMoney());
  const differences: RollUpDifference[] = [];
  let merchants = 0;
  for (const merchantId of ids) {
    if (isEnding()) break;
    const found = await verifyRollUps(merchantId);
    merchants += 1;
    for (const difference of found) logger.error({ difference }, "a sum of reports is not that of its rows");
    differences.push(...found);
  }
  return { merchants, differences };
}

/** Whoever has payments or journals, by steps along their indexes. */
export async function merchantsWithMoney(): Promise<string[]> {
  const rows = await db().execute<{ id: string }>(sql`
    SELECT id FROM merchants WHERE EXISTS (SELECT FROM ledger_journals WHERE merchant_id = merchants.id)
      OR EXISTS (SELECT FROM charges WHERE merchant_id = merchants.id) ORDER BY id`);
  return [...rows].map(({ id }) => id);
}
