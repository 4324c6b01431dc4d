import { sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import type { DueDestination } from "./due-destinations.ts";

/** Time beyond a destination's timeout before its lease counts as lost. */
export const leaseMarginMs = 10_000;

export type ClaimedDelivery = {
  id: string;
  merchantId: string;
  eventId: string;
  eventType: string;
  destinationId: string;
  attempts: number;
  /** How many waits of the schedule are used up. */
  scheduleStep: number;
  /** Of an attempt by hand: when the schedule's next is; null = the delivery had ended. */
  plannedAt: string | null;
  isTest: boolean;
  trigger: "schedule" | "manual" | "test";
  leaseId: string;
  /** The event's data as JSON text, in the sender's order. */
  dataJson: string;
  occurredAt: string;
};

export type Share = { destination: DueDestination; slots: number };

/**
 * Leases due deliveries: at most `slots` of each destination, the oldest first. A row that another process is
 * claiming is skipped. While leased a delivery is not due; if this process dies it falls due again.
 */
export async function claimDeliveries(
  tx: Tx,
  leaseId: string,
  shares: readonly Share[],
): Promise<ClaimedDelivery[]> {
  const given = JSON.stringify(
    shares.map(({ destination, slots }) => ({
      id: destination.id,
      slots,
      lease_ms: destination.timeoutMs + leaseMarginMs,
      is_counted: destination.maxInFlight !== null,
    })),
  );
  const rows = await tx.execute<ClaimedDelivery>(sql`
    WITH picked AS (
      SELECT due.id, share.lease_ms, share.is_counted
      FROM json_to_recordset(${given}::json) AS share(id text, slots int, lease_ms int, is_counted boolean)
      CROSS JOIN LATERAL (
        SELECT deliveries.id FROM deliveries
        WHERE deliveries.destination_id = share.id AND deliveries.status = 'pending'
          AND deliveries.due_at <= statement_timestamp()
        ORDER BY deliveries.due_at, deliveries.id LIMIT share.slots
        FOR UPDATE SKIP LOCKED) due
    ), claimed AS (
      UPDATE deliveries SET lease_id = ${leaseId}, is_counted = picked.is_counted,
        due_at = clock_timestamp() + picked.lease_ms * interval '1 millisecond'
      FROM picked WHERE deliveries.id = picked.id
      RETURNING deliveries.id, deliveries.merchant_id, deliveries.event_id, deliveries.event_type,
        deliveries.destination_id, deliveries.attempts, deliveries.is_test, deliveries.next_trigger,
        deliveries.schedule_step, deliveries.planned_at
    )
    SELECT claimed.id, claimed.merchant_id AS "merchantId", claimed.event_id AS "eventId",
      claimed.event_type AS "eventType", claimed.destination_id AS "destinationId", claimed.attempts,
      claimed.schedule_step AS "scheduleStep", claimed.planned_at AS "plannedAt",
      claimed.is_test AS "isTest", claimed.next_trigger AS trigger, ${leaseId} AS "leaseId",
      events.data::text AS "dataJson", events.occurred_at AS "occurredAt"
    FROM claimed JOIN events ON events.merchant_id = claimed.merchant_id AND events.id = claimed.event_id
    ORDER BY claimed.id`);
  return [...rows];
}

/**
 * As claimDeliveries, for destinations with a limit on requests at a time or a second. Their rows are locked
 * first, so that two processes together keep to the limits; one that is locked elsewhere is passed over.
 */
export async function claimLimited(
  db: Db,
  leaseId: string,
  shares: readonly Share[],
): Promise<ClaimedDelivery[]> {
  if (shares.length === 0) return [];
  return db.transaction(async (tx) => {
    const ids = JSON.stringify(shares.map((share) => share.destination.id));
    const locked = await tx.execute<{ id: string; paceSlots: number | null }>(sql`
      SELECT id, ${freeByPace} AS "paceSlots"
      FROM webhooks WHERE id IN (SELECT json_array_elements_text(${ids}::json))
      ORDER BY id FOR NO KEY UPDATE SKIP LOCKED`);
    const paceSlots = new Map(locked.map((row) => [row.id, row.paceSlots]));
    // A statement of its own, after the lock: only now does it see what others leased before it.
    const inFlight = await countInFlight(tx, ids);
    const within = shares.flatMap(({ destination, slots }) => {
      const pace = paceSlots.get(destination.id);
      if (pace === undefined) return [];
      const free = (destination.maxInFlight ?? slots) - (inFlight.get(destination.id) ?? 0);
      const allowed = Math.min(slots, free, pace ?? slots);
      return allowed > 0 ? [{ destination, slots: allowed }] : [];
    });
    if (within.length === 0) return [];
    const claimed = await claimDeliveries(tx, leaseId, within);
    await advancePace(tx, claimed);
    return claimed;
  });
}

/**
 * Takes a place for one request that does not come from the queue, within the limits that its webhook sets. Where none
 * is free nothing is changed.
 * @returns null where no place is free; else whether the delivery must be marked as counted
 */
export async function takePlace(tx: Tx, webhookId: string): Promise<{ isCounted: boolean } | null> {
  const [locked] = await tx.execute<{ maxInFlight: number | null; paceSlots: number | null }>(sql`
    SELECT max_in_flight AS "maxInFlight", ${freeByPace} AS "paceSlots"
    FROM webhooks WHERE id = ${webhookId} FOR NO KEY UPDATE`);
  if (!locked) return null;
  const isCounted = locked.maxInFlight !== null;
  if (locked.paceSlots !== null && locked.paceSlots < 1) return null;
  if (locked.maxInFlight !== null) {
    const inFlight = await countInFlight(tx, JSON.stringify([webhookId]));
    if ((inFlight.get(webhookId) ?? 0) >= locked.maxInFlight) return null;
  }
  await advancePace(tx, [{ destinationId: webhookId }]);
  return { isCounted };
}

/** Requests are spread over each second; so many ms of them may go out together. */
const burstWindow = sql`(greatest(100, 1000.0 / max_per_second) * interval '1 millisecond')`;

/** How many requests may go out now, by the pace that the webhook sets; NULL where it sets none. */
const freeByPace = sql`CASE WHEN max_per_second IS NULL THEN NULL ELSE
  floor(extract(epoch FROM statement_timestamp() + ${burstWindow} - greatest(paced_until, statement_timestamp()))
    * max_per_second)::int END`;

async function countInFlight(tx: Tx, ids: string): Promise<Map<string, number>> {
  const rows = await tx.execute<{ id: string; total: number }>(sql`
    SELECT destination_id AS id, count(*)::int AS total FROM deliveries
    WHERE is_counted AND status = 'pending' AND due_at > statement_timestamp()
      AND destination_id IN (SELECT json_array_elements_text(${ids}::json))
    GROUP BY destination_id`);
  return new Map(rows.map((row) => [row.id, row.total]));
}

async function advancePace(
  tx: Tx,
  claimed: readonly Pick<ClaimedDelivery, "destinationId">[],
): Promise<void> {
  const totals = new Map<string, number>();
  for (const { destinationId } of claimed) totals.set(destinationId, (totals.get(destinationId) ?? 0) + 1);
  const given = JSON.stringify([...totals].map(([id, total]) => ({ id, total })));
  await tx.execute(sql`
    UPDATE webhooks SET paced_until =
      greatest(paced_until, statement_timestamp()) + given.total * interval '1 second' / max_per_second
    FROM json_to_recordset(${given}::json) AS given(id text, total int)
    WHERE webhooks.id = given.id AND webhooks.max_per_second IS NOT NULL`);
}
