import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { env } from "#lib/env.ts";

/** So many at a time, that nobody waits for them. */
const batchSize = 2_000;

/**
 * Ends deliveries that have been held for as long as Patchbay holds them (HOLD_DAYS): since they were accepted or their
 * destination was paused, whichever was later. They fail with a code of their own.
 * @returns how many were ended
 */
export async function endHeld(): Promise<number> {
  const days = env().HOLD_DAYS;
  const heldBefore = sql`(now() - make_interval(days => ${days}::int))`;
  let ended = 0;
  for (;;) {
    const rows = await db().execute(sql`
      WITH over AS MATERIALIZED (
        SELECT queue.delivery_id FROM destinations
        JOIN delivery_queue queue ON queue.destination_id = destinations.id
        WHERE destinations.state <> 'active' AND destinations.state_since < ${heldBefore}
          AND queue.event_at < ${heldBefore}
          AND (queue.leased_until IS NULL OR queue.leased_until <= statement_timestamp())
        LIMIT ${batchSize} FOR UPDATE OF queue SKIP LOCKED
      ), gone AS (
        DELETE FROM delivery_queue USING over WHERE delivery_queue.delivery_id = over.delivery_id
        RETURNING delivery_queue.delivery_id
      )
      UPDATE deliveries SET status = 'failed', completed_at = clock_timestamp(), failed_at = clock_timestamp(),
        last_code = 'held_too_long', last_params = json_build_object('days', ${days}::int),
        last_attempt_at = coalesce(last_attempt_at, clock_timestamp())
      FROM gone WHERE deliveries.id = gone.delivery_id
      RETURNING deliveries.id`);
    ended += rows.length;
    if (rows.length < batchSize) return ended;
  }
}
