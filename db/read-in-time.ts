import { sql } from "drizzle-orm";
import { unlessDatabaseIsAway } from "./away.ts";
import { db, type Tx } from "./client.ts";
import { readSqlState } from "./sql-state.ts";

/** More than any page needs; a statement that takes longer keeps the others waiting. */
const longestReadMs = 10_000;

/**
 * Reads as of one moment, so that what several statements find fits together, and within a bound of time: Postgres
 * itself ends a statement that takes longer. The bound is the transaction's, so it holds behind a pooler too, and for
 * nobody else. It takes one core: a reader of long lists leaves the others theirs.
 * @throws an error that isOutOfTime knows; a DatabaseAwayError where the database itself does not answer
 */
export async function readInTime<Result>(
  read: (tx: Tx) => Promise<Result>,
  longestMs: number = longestReadMs,
): Promise<Result> {
  const reading = db().transaction(
    async (tx) => {
      // A list asks many days in one statement: to compile it, or to start workers for each day, takes longer than to read.
      await tx.execute(sql`SELECT set_config('statement_timeout', ${`${longestMs}ms`}, true),
        set_config('max_parallel_workers_per_gather', '0', true), set_config('jit', 'off', true)`);
      return read(tx);
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  return unlessDatabaseIsAway(reading);
}

/** Whether Postgres ended a statement because it took too long, by our bound or one of the server's own. */
export function isOutOfTime(error: unknown): boolean {
  return readSqlState(error) === "57014";
}
