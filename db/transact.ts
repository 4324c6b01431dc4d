import { setTimeout as sleep } from "node:timers/promises";
import { db, type Tx } from "./client.ts";
import { readSqlState } from "./sql-state.ts";

const deadlock = "40P01";
const mostTries = 6;
const pauseMs = 50;

/**
 * Runs a transaction that locks several rows which others may lock in another order, as those who write several payments
 * and their sums do. Of two that wait for each other Postgres ends one
 * (https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-DEADLOCKS): that one is begun again.
 * @param work may run several times, so it does nothing but in the transaction
 */
export async function transact<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().transaction(work);
    } catch (error) {
      if (readSqlState(error) !== deadlock || attempt === mostTries) throw error;
    }
    // Who was let go on has the locks for a moment yet.
    await sleep(pauseMs * attempt * (0.5 + Math.random()));
  }
}
