import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { readSqlState } from "#db/sql-state.ts";

/** Whoever reads or writes meanwhile waits behind us for at most so long. */
const lockWaitMs = 100;
const pauseMs = 150;
/** Some 15 s; the job comes again within the hour. */
const maxTries = 60;

/** SQLSTATEs of a lock that did not come in time, and of a deadlock. */
const passing = new Set(["55P03", "40P01"]);

/** Any number, as long as it is ours: one process at a time changes what partitions there are. */
const partitionsLock = 7_281_044;

/**
 * Runs a transaction that needs a table for itself for a moment: it gives way to whoever uses the table, and tries
 * again.
 * @returns null where the lock never came
 */
export async function tryWithLock<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result | null> {
  for (let attempt = 1; attempt <= maxTries; attempt += 1) {
    try {
      return await db().transaction(async (tx) => {
        await tx.execute(
          sql`SELECT set_config('lock_timeout', ${`${lockWaitMs}ms`}, true), pg_advisory_xact_lock(${partitionsLock})`,
        );
        return work(tx);
      });
    } catch (error) {
      if (!passing.has(readSqlState(error) ?? "")) throw error;
    }
    await sleep(pauseMs * (0.5 + Math.random()));
  }
  return null;
}
