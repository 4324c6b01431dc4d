import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";

/** What only one process may be at. The numbers are any, as long as they are ours. */
const locks = { reseal: 7_281_044, announce: 7_281_045, months: 7_281_046 } as const;

/**
 * Runs some work while no other process does, for as long as this process lives and however long it takes.
 * @returns null when another one is at it
 */
export async function runAlone<Result>(
  what: keyof typeof locks,
  work: () => Promise<Result>,
  { beatMs = 30_000 }: { beatMs?: number } = {},
): Promise<Result | null> {
  return db().transaction(async (tx) => {
    // The lock goes with the connection, so a process that dies leaves none behind.
    const [row] = await tx.execute<{ isOurs: boolean }>(
      sql`SELECT pg_try_advisory_xact_lock(${locks[what]}::bigint) AS "isOurs"`,
    );
    if (!row?.isOurs) return null;
    // A transaction that says nothing for two minutes is ended, and the lock with it.
    const beat = setInterval(() => void tx.execute(sql`SELECT 1`).catch(() => {}), beatMs);
    try {
      return await work();
    } finally {
      clearInterval(beat);
    }
  });
}
