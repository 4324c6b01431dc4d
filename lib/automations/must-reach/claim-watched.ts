import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { mustReach } from "#db/schema/automations.ts";
import { findNextDue } from "#lib/work/claim-due.ts";

/** Longer than an app can take for one call. */
const leaseSeconds = 120;

export type Watched = typeof mustReach.$inferSelect;

/** When the next step is looked at; null = none is watched. */
export function findNextWatched(): Promise<Date | null> {
  return findNextDue({
    table: mustReach,
    dueAt: mustReach.dueAt,
    isWaiting: sql`${mustReach.dueAt} IS NOT NULL`,
  });
}

/**
 * Leases the step that has been due for longest; null = none is. Its due time moves past the end of the lease, and names
 * it: whoever finds another one there has lost it. (`claimDue` leases by one column; here two are the key.)
 */
export async function claimWatched(): Promise<Watched | null> {
  const [key] = await db().execute<{ id: string; position: number }>(sql`
    WITH due AS MATERIALIZED (
      SELECT delivery_id, position FROM must_reach WHERE due_at <= statement_timestamp()
      ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    UPDATE must_reach SET due_at = now() + ${leaseSeconds} * interval '1 second' FROM due
    WHERE must_reach.delivery_id = due.delivery_id AND must_reach.position = due.position
    RETURNING must_reach.delivery_id AS id, must_reach.position`);
  if (!key) return null;
  const [row] = await db()
    .select()
    .from(mustReach)
    .where(sql`${mustReach.deliveryId} = ${key.id} AND ${mustReach.position} = ${key.position}`);
  return row ?? null;
}
