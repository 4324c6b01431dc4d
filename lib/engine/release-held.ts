import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { sendDueInOrder } from "./destination-state.ts";

/** What was let go so often and is held again each time waits so many minutes between two tries, at most. */
const patientAttempts = 20;
const longestPauseMinutes = 60;

/** Over rows of the queue that were tried so often: whether the last try was a short time ago. */
const isTooSoon = sql`queue.attempts >= ${patientAttempts} AND (
  SELECT delivery.last_attempt_at FROM deliveries delivery WHERE delivery.id = queue.delivery_id
) > clock_timestamp() - least(queue.attempts, ${longestPauseMinutes}) * interval '1 minute'`;

/**
 * Lets go on all deliveries that are held for one thing, in the order of acceptance: one at a time of each destination,
 * unless there are so many that speed matters more. Those of a paused destination go on once that does. Where one of a
 * destination was let go again and again and always came back, all of them stay held until some time has passed since its
 * last try, so that none overtakes it. Wake deliveries once the transaction has committed.
 * @param id as in `Result.held`
 * @param isUrgent somebody has put it right: also what was let go again and again goes at once
 * @returns how many were let go
 */
export async function releaseHeld(
  tx: Tx,
  merchantId: string,
  id: string,
  { isUrgent = false } = {},
): Promise<number> {
  const ofIt = sql`merchant_id = ${merchantId} AND held_id = ${id} AND held_for IS NOT NULL`;
  const waiting = await tx.execute<{ id: string; isTooSoon: boolean }>(sql`
    SELECT destination_id AS id, bool_or(${isTooSoon}) AS "isTooSoon" FROM delivery_queue queue
    WHERE ${ofIt} GROUP BY destination_id`);
  const ids = waiting.filter((destination) => isUrgent || !destination.isTooSoon).map(({ id }) => id);
  if (ids.length === 0) return 0;
  const these = sql`(SELECT json_array_elements_text(${JSON.stringify(ids)}::json))`;
  await tx.execute(sql`SELECT id FROM destinations WHERE id IN ${these} ORDER BY id FOR NO KEY UPDATE`);
  const released = await tx.execute<{ id: string }>(sql`
    UPDATE delivery_queue SET held_for = NULL, held_id = NULL, due_at = event_at
    WHERE ${ofIt} AND destination_id IN ${these} AND (leased_until IS NULL OR leased_until <= clock_timestamp())
    RETURNING destination_id AS id`);
  await sendDueInOrder(tx, ids);
  return released.length;
}
