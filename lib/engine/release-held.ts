import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { longestOrdered } from "./destination-state.ts";

/** What was let go so often and is held again each time waits so many minutes, at most. */
const patientAttempts = 20;
const longestPauseMinutes = 60;

/**
 * Lets go on all deliveries that are held for one thing, in the order of acceptance: one at a time of each destination,
 * unless there are so many that speed matters more. Those of a paused destination go on once that does. Wake deliveries
 * once the transaction has committed.
 * @param id as in `Result.held`
 * @returns how many were let go
 */
export async function releaseHeld(tx: Tx, merchantId: string, id: string): Promise<number> {
  const ofIt = sql`merchant_id = ${merchantId} AND held_id = ${id} AND held_for IS NOT NULL`;
  const waiting = await tx.execute<{ id: string }>(
    sql`SELECT DISTINCT destination_id AS id FROM delivery_queue WHERE ${ofIt}`,
  );
  if (waiting.length === 0) return 0;
  const ids = JSON.stringify(waiting.map((destination) => destination.id));
  const these = sql`(SELECT json_array_elements_text(${ids}::json))`;
  await tx.execute(sql`SELECT id FROM destinations WHERE id IN ${these} ORDER BY id FOR NO KEY UPDATE`);
  const released = await tx.execute<{ id: string }>(sql`
    UPDATE delivery_queue SET held_for = NULL, held_id = NULL, due_at = CASE WHEN attempts < ${patientAttempts}
      THEN event_at ELSE clock_timestamp() + least(attempts, ${longestPauseMinutes}) * interval '1 minute' END
    WHERE ${ofIt} AND (leased_until IS NULL OR leased_until <= clock_timestamp())
    RETURNING destination_id AS id`);
  await tx.execute(sql`
    UPDATE destinations SET ordered_until = clock_timestamp()
    WHERE id IN ${these} AND state = 'active' AND (SELECT count(*) FROM (SELECT 1 FROM delivery_queue
      WHERE destination_id = destinations.id AND due_at <= clock_timestamp()
      LIMIT ${longestOrdered + 1}) due) BETWEEN 1 AND ${longestOrdered}`);
  return released.length;
}
