import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { DueDestination, Sender } from "./sender.ts";

/**
 * Every destination with a queued delivery, found by skipping from one to the next along the index: the cost grows
 * with the destinations, not with the deliveries that wait.
 */
const queuedDestinations = (after: string) => sql`
  WITH RECURSIVE queued(id) AS (
    (SELECT destination_id FROM delivery_queue WHERE destination_id > ${after} ORDER BY destination_id LIMIT 1)
    UNION ALL
    SELECT (SELECT next.destination_id FROM delivery_queue next
      WHERE next.destination_id > queued.id ORDER BY next.destination_id LIMIT 1)
    FROM queued WHERE queued.id IS NOT NULL
  )`;

/** Looked up for each that is queued, and never by reading all that there are (`OFFSET 0`). */
const activeDestination = sql`
  SELECT * FROM destinations WHERE id = queued.id AND state = 'active' AND deleted_at IS NULL OFFSET 0`;

// statement_timestamp(), not clock_timestamp(): only what is stable within a statement can bound an index scan.
const isUnleased = sql`(queue.leased_until IS NULL OR queue.leased_until <= statement_timestamp())`;

/**
 * Active destinations that have a delivery due now, in the order of their ids.
 * @param after the last destination of the round before, so that rounds go about all of them
 */
export async function findDueDestinations(
  tx: Tx,
  senders: readonly Sender[],
  after: string,
  limit: number,
): Promise<DueDestination[]> {
  const kinds = JSON.stringify(senders.map(({ kind, successEvent }) => ({ kind, success: successEvent })));
  const rows = await tx.execute<DueDestination>(sql`
    ${queuedDestinations(after)}
    SELECT due.id, due.merchant_id AS "merchantId", due.kind, due.updated_at::text AS version,
      due.retry_schedule AS "retrySchedule", due.timeout_ms AS "timeoutMs",
      due.max_per_second AS "maxPerSecond", due.max_in_flight AS "maxInFlight",
      due.ordered_until::text AS "orderedUntil", due.failing_since AS "failingSince",
      known.success IS NOT NULL AND EXISTS (SELECT 1 FROM destinations listener
        WHERE listener.merchant_id = due.merchant_id AND listener.deleted_at IS NULL
          AND known.success = ANY (listener.event_types) OFFSET 0) AS "isSuccessWanted"
    FROM queued CROSS JOIN LATERAL (${activeDestination}) due
    JOIN json_to_recordset(${kinds}::json) AS known(kind text, success text) ON known.kind = due.kind
    -- The oldest is what the index begins with. Asked whether any is due, the planner may read the whole backlog of all
    -- others, since amid so many it expects one at once.
    WHERE (
      SELECT true FROM delivery_queue queue
      WHERE queue.destination_id = due.id AND queue.due_at <= statement_timestamp() AND ${isUnleased}
      ORDER BY queue.due_at LIMIT 1)
    ORDER BY due.id LIMIT ${limit}`);
  return [...rows];
}

/** As many of a destination as may be under way, and one: among these is the first that nobody has. */
const lookedAt = 200;

/** When the next delivery of any active destination falls due, leases that will run out included; null = none waits. */
export async function findNextDueAt(tx: Tx): Promise<Date | null> {
  const rows = await tx.execute<{ dueAt: string | null }>(sql`
    ${queuedDestinations("")}
    SELECT min(first.due_at)::text AS "dueAt"
    FROM queued CROSS JOIN LATERAL (${activeDestination}) active CROSS JOIN LATERAL (
      SELECT min(greatest(due_at, leased_until)) AS due_at FROM (
        SELECT due_at, leased_until FROM delivery_queue queue
        WHERE queue.destination_id = active.id ORDER BY due_at LIMIT ${lookedAt}) oldest) first`);
  const dueAt = rows[0]?.dueAt;
  return dueAt ? new Date(dueAt) : null;
}
