import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";

/**
 * Reads over all merchants within a bound of time. Sums of so many rows are sorted and hashed in memory: with what a
 * statement gets by default, Postgres would write them to files first. It holds for this transaction alone, and few
 * operators read at a time.
 */
export async function readOverAll<Result>(read: (tx: Tx) => Promise<Result>): Promise<Result> {
  return readInTime(async (tx) => {
    await tx.execute(sql`SELECT set_config('work_mem', '64MB', true)`);
    return read(tx);
  });
}
