import { sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";

/** A destination that has failed without a break for so long is switched off when a delivery gives up. */
const longestFailureMs = 5 * 24 * 60 * 60 * 1_000;
/** A backlog of at most so many goes one at a time when the destination is resumed; a longer one as fast as ever. */
const longestOrdered = 2_000;

type Off = { state: "paused" | "disabled"; reason: "gone" | "failing" | "manual" };

/**
 * Has a destination wait: nothing more is sent to it. What waits stays in the queue, and what happens from now on joins
 * it. Whoever did it by hand knows of it, and is not told later that it works again.
 * @returns whether it was active; a paused one becomes disabled too, without counting as such
 */
export async function stopDestination(tx: Tx, id: string, { state, reason }: Off): Promise<boolean> {
  const rows = await tx.execute<{ wasActive: boolean }>(sql`
    UPDATE destinations SET state = ${state}, state_reason = ${reason}, updated_at = clock_timestamp(),
      ordered_until = NULL,
      state_since = CASE WHEN before.state = 'active' THEN clock_timestamp() ELSE destinations.state_since END,
      told_state = CASE WHEN ${reason} = 'manual' THEN NULL ELSE destinations.told_state END
    FROM (SELECT id, state FROM destinations WHERE id = ${id} AND deleted_at IS NULL FOR NO KEY UPDATE) before
    WHERE destinations.id = before.id AND before.state <> ${state}
    RETURNING before.state = 'active' AS "wasActive"`);
  return rows[0]?.wasActive ?? false;
}

/** Switches off a destination that has failed without a break for five days. @returns whether it did */
export async function stopLongFailing(tx: Tx, id: string): Promise<boolean> {
  const since = new Date(Date.now() - longestFailureMs).toISOString();
  const rows = await tx.execute(sql`
    SELECT 1 FROM destinations WHERE id = ${id} AND state = 'active' AND failing_since < ${since}::timestamptz`);
  return rows.length > 0 && stopDestination(tx, id, { state: "disabled", reason: "failing" });
}

/**
 * Has a destination go on. All that waits for nothing else is sent, also what was to be tried again later, in the order in which it was
 * accepted: one at a time, so that it arrives in that order, unless there is so much that speed matters more.
 */
export async function resumeDestination(tx: Tx, id: string): Promise<void> {
  const rows = await tx.execute(sql`
    UPDATE destinations SET state = 'active', state_reason = NULL, state_since = clock_timestamp(),
      failing_since = NULL, told_state = NULL, updated_at = clock_timestamp(),
      ordered_until = CASE WHEN (SELECT count(*) FROM (SELECT 1 FROM delivery_queue
        WHERE destination_id = ${id} AND held_for IS NULL LIMIT ${longestOrdered + 1}) waiting) BETWEEN 1 AND ${longestOrdered}
        THEN clock_timestamp() END
    WHERE id = ${id} AND state <> 'active' RETURNING id`);
  if (rows.length === 0) return;
  await tx.execute(sql`
    UPDATE delivery_queue SET due_at = event_at
    WHERE destination_id = ${id} AND due_at > event_at AND held_for IS NULL
      AND (leased_until IS NULL OR leased_until <= clock_timestamp())`);
}

/**
 * Has what is due of active destinations go in the order of its due times, one at a time, unless there is so much that
 * speed matters more. The transaction has locked them.
 */
export async function sendDueInOrder(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    UPDATE destinations SET ordered_until = clock_timestamp()
    WHERE id IN (SELECT json_array_elements_text(${JSON.stringify(ids)}::json)) AND state = 'active'
      AND (SELECT count(*) FROM (SELECT 1 FROM delivery_queue
        WHERE destination_id = destinations.id AND due_at <= clock_timestamp()
        LIMIT ${longestOrdered + 1}) due) BETWEEN 1 AND ${longestOrdered}`);
}

/** Ends a destination for good, and cancels what waits for it. Its log stays. @returns how many were cancelled */
export async function deleteDestination(tx: Tx, id: string): Promise<number> {
  await tx.execute(sql`
    UPDATE destinations SET deleted_at = clock_timestamp(), state = 'disabled', updated_at = clock_timestamp()
    WHERE id = ${id}`);
  return cancelQueued(tx, sql`destination_id = ${id}`);
}

/**
 * Cancels what was accepted in the very moment in which its destination was deleted.
 * @returns how many were cancelled
 */
export async function cancelOrphans(): Promise<number> {
  const rows = await db().execute<{ id: string }>(sql`
    SELECT id FROM destinations WHERE state <> 'active' AND deleted_at IS NOT NULL
      AND EXISTS (SELECT 1 FROM delivery_queue WHERE destination_id = destinations.id)`);
  if (rows.length === 0) return 0;
  const ids = JSON.stringify(rows.map(({ id }) => id));
  return cancelQueued(db(), sql`destination_id IN (SELECT json_array_elements_text(${ids}::json))`);
}

async function cancelQueued(tx: Tx, which: ReturnType<typeof sql>): Promise<number> {
  const rows = await tx.execute(sql`
    WITH gone AS (DELETE FROM delivery_queue WHERE ${which} RETURNING delivery_id)
    UPDATE deliveries SET status = 'cancelled', completed_at = clock_timestamp()
    FROM gone WHERE deliveries.id = gone.delivery_id
    RETURNING deliveries.id`);
  return rows.length;
}
