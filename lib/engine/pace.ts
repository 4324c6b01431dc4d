import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { claimDeliveries, type QueuedDelivery, type Share } from "./claim.ts";
import type { DueDestination } from "./sender.ts";

/** Whether a destination is to be claimed under a lock, so that its limits hold over all processes. */
export function isLimited(destination: DueDestination): boolean {
  return (
    destination.maxInFlight !== null || destination.maxPerSecond !== null || destination.orderedUntil !== null
  );
}

/** So many of a backlog that goes in order are claimed together, and sent one after the other. */
const orderedAtOnce = 25;

type Locked = { id: string; paceSlots: number | null; orderedUntil: string | null };

/**
 * As claimDeliveries, for destinations with a limit on requests at a time or a second, or whose backlog goes in order.
 * Their rows are locked first, so that two processes together keep to the limits; one that is locked elsewhere is
 * passed over.
 */
export async function claimLimited(
  db: Db,
  leaseId: string,
  shares: readonly Share[],
): Promise<QueuedDelivery[]> {
  if (shares.length === 0) return [];
  return db.transaction(async (tx) => {
    const ids = JSON.stringify(shares.map((share) => share.destination.id));
    const rows = await tx.execute<Locked>(sql`
      SELECT id, ${freeByPace} AS "paceSlots", ordered_until::text AS "orderedUntil"
      FROM destinations WHERE id IN (SELECT json_array_elements_text(${ids}::json))
      ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`);
    const locked = new Map(rows.map((row) => [row.id, row]));
    // A statement of its own, after the lock: only now does it see what others leased before it.
    const inFlight = await countInFlight(tx, ids);
    const within = shares.flatMap(({ destination, slots }) => {
      const row = locked.get(destination.id);
      if (!row) return [];
      const taken = inFlight.get(destination.id) ?? 0;
      // What was found in order and is not any more, or the other way round, waits for the next look.
      if ((row.orderedUntil === null) !== (destination.orderedUntil === null)) return [];
      if (row.orderedUntil !== null) {
        const inOrder = Math.min(orderedAtOnce, row.paceSlots ?? orderedAtOnce);
        return taken === 0 && inOrder > 0 ? [{ destination, slots: inOrder }] : [];
      }
      const allowed = Math.min(slots, (destination.maxInFlight ?? slots) - taken, row.paceSlots ?? slots);
      return allowed > 0 ? [{ destination, slots: allowed }] : [];
    });
    if (within.length === 0) return [];
    const claimed = await claimDeliveries(tx, leaseId, within);
    await advancePace(tx, claimed);
    await endOrder(tx, claimed, rows);
    return claimed;
  });
}

/**
 * Takes a place for one request that does not come from the queue, within the limits that its destination sets. Where
 * none is free nothing is changed.
 * @returns null where no place is free; else whether the delivery must be marked as counted
 */
export async function takePlace(tx: Tx, destinationId: string): Promise<{ isCounted: boolean } | null> {
  const [locked] = await tx.execute<{ maxInFlight: number | null; paceSlots: number | null }>(sql`
    SELECT max_in_flight AS "maxInFlight", ${freeByPace} AS "paceSlots"
    FROM destinations WHERE id = ${destinationId} FOR NO KEY UPDATE`);
  if (!locked) return null;
  const isCounted = locked.maxInFlight !== null;
  if (locked.paceSlots !== null && locked.paceSlots < 1) return null;
  if (locked.maxInFlight !== null) {
    const inFlight = await countInFlight(tx, JSON.stringify([destinationId]));
    if ((inFlight.get(destinationId) ?? 0) >= locked.maxInFlight) return null;
  }
  await advancePace(tx, [{ destinationId }]);
  return { isCounted };
}

/** Requests are spread over each second; so many ms of them may go out together. */
const burstWindow = sql`(greatest(100, 1000.0 / max_per_second) * interval '1 millisecond')`;

/** How many requests may go out now, by the pace that the destination sets; NULL where it sets none. */
const freeByPace = sql`CASE WHEN max_per_second IS NULL THEN NULL ELSE
  floor(extract(epoch FROM statement_timestamp() + ${burstWindow} - greatest(paced_until, statement_timestamp()))
    * max_per_second)::int END`;

async function countInFlight(tx: Tx, ids: string): Promise<Map<string, number>> {
  const rows = await tx.execute<{ id: string; total: number }>(sql`
    SELECT destination_id AS id, count(*)::int AS total FROM delivery_queue
    WHERE is_counted AND leased_until > statement_timestamp()
      AND destination_id IN (SELECT json_array_elements_text(${ids}::json))
    GROUP BY destination_id`);
  return new Map(rows.map((row) => [row.id, row.total]));
}

async function advancePace(tx: Tx, claimed: readonly { destinationId: string }[]): Promise<void> {
  const totals = new Map<string, number>();
  for (const { destinationId } of claimed) totals.set(destinationId, (totals.get(destinationId) ?? 0) + 1);
  const claims = JSON.stringify([...totals].map(([id, total]) => ({ id, total })));
  await tx.execute(sql`
    UPDATE destinations SET paced_until =
      greatest(paced_until, statement_timestamp()) + claims.total * interval '1 second' / max_per_second
    FROM json_to_recordset(${claims}::json) AS claims(id text, total int)
    WHERE destinations.id = claims.id AND destinations.max_per_second IS NOT NULL`);
}

/** Once what comes up is younger than the backlog, all of that has been sent: many may go at a time again. */
async function endOrder(
  tx: Tx,
  claimed: readonly QueuedDelivery[],
  locked: readonly Locked[],
): Promise<void> {
  const caughtUp = locked.flatMap(({ id, orderedUntil }) => {
    const next = claimed.find(({ destinationId }) => destinationId === id);
    return orderedUntil !== null && next && new Date(next.dueAt) > new Date(orderedUntil) ? [id] : [];
  });
  if (caughtUp.length === 0) return;
  await tx.execute(sql`UPDATE destinations SET ordered_until = NULL
    WHERE id IN (SELECT json_array_elements_text(${JSON.stringify(caughtUp)}::json))`);
}
