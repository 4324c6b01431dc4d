import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";

/**
 * A moment of the database's clock, on the clock of this process, whose timers wait for it: the two may be far apart.
 * Rather a little late than early, when it would find nothing due yet.
 */
export async function onOurClock(at: Date | null): Promise<Date | null> {
  if (at === null) return null;
  const [row] = await db().execute<{ ms: number }>(
    sql`SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`,
  );
  return new Date(at.getTime() - Math.floor(row?.ms ?? Date.now()) + Date.now());
}
