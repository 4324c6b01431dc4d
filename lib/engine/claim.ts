import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { isOnDaysBetween } from "#lib/history/days.ts";
import type { ClaimedDelivery, DueDestination } from "./sender.ts";

/** Time beyond a destination's timeout before its lease counts as lost. */
export const leaseMarginMs = 10_000;

/** Those that go in order are claimed some at a time: their lease has room for two that take as long as they may. */
export function computeLeaseMs({ timeoutMs, orderedUntil }: DueDestination): number {
  return (orderedUntil === null ? timeoutMs : 2 * timeoutMs) + leaseMarginMs;
}

export type Share = { destination: DueDestination; slots: number };
/** A claimed row of the queue, with its event where that was accepted just now. */
export type QueuedDelivery = Omit<ClaimedDelivery, "occurredAt" | "dataJson"> & {
  dueAt: string;
  occurredAt: string | null;
  dataJson: string | null;
};
export type Claim = {
  /** The oldest first. */
  claimed: ClaimedDelivery[];
  /** Those whose event is not kept any more. */
  withoutPayload: ClaimedDelivery[];
};

/** Events of today, or this young, are read with the claim: they lie in one partition, or two about midnight. */
const youngMs = 10 * 60_000;

/** A row that was changed just before it was locked has another place: it is left for the next look. */
const byPlace = sql`queue.ctid = picked.place AND queue.ctid = ANY (ARRAY(SELECT place FROM picked))`;
/** It is followed to where it is, so that none behind it goes first. */
const byId = sql`queue.delivery_id = picked.delivery_id AND queue.delivery_id = ANY (ARRAY(SELECT delivery_id FROM picked))`;

/**
 * Leases due deliveries: at most `slots` of each destination, the oldest first. A row that another process is
 * claiming is skipped. A claim touches no index: it changes neither what the row is found by nor what it is sorted by,
 * and a lease that is lost has simply passed.
 */
export async function claimDeliveries(
  tx: Tx,
  leaseId: string,
  shares: readonly Share[],
): Promise<QueuedDelivery[]> {
  const wanted = JSON.stringify(
    shares.map(({ destination, slots }) => ({
      id: destination.id,
      slots,
      lease_ms: computeLeaseMs(destination),
      is_counted: destination.maxInFlight !== null || destination.orderedUntil !== null,
    })),
  );
  const now = Date.now();
  const isOrdered = shares.some(({ destination }) => destination.orderedUntil !== null);
  // By their places, which are locked. Where the planner takes a function's rows for many, the list of places tells it
  // that these are few; where it takes the table for empty, each place leads to its row.
  const rows = await tx.execute<QueuedDelivery>(sql`
    WITH picked AS MATERIALIZED (
      SELECT due.delivery_id, due.place, due.lease_id, share.lease_ms, share.is_counted
      FROM json_to_recordset(${wanted}::json) AS share(id text, slots int, lease_ms int, is_counted boolean)
      -- Who has been paused since it was found is sent nothing more.
      CROSS JOIN LATERAL (SELECT FROM destinations WHERE id = share.id AND state = 'active' OFFSET 0) active
      CROSS JOIN LATERAL (
        SELECT queue.delivery_id, queue.ctid AS place, queue.lease_id FROM delivery_queue queue
        WHERE queue.destination_id = share.id AND queue.due_at <= statement_timestamp()
          AND (queue.leased_until IS NULL OR queue.leased_until <= statement_timestamp())
        ORDER BY queue.due_at, queue.delivery_id COLLATE "C" LIMIT share.slots
        FOR UPDATE SKIP LOCKED) due
    ), claimed AS (
      UPDATE delivery_queue queue SET lease_id = ${leaseId}, is_counted = picked.is_counted,
        leased_until = clock_timestamp() + picked.lease_ms * interval '1 millisecond'
      FROM picked
      WHERE ${isOrdered ? byId : byPlace}
      RETURNING queue.*, picked.lease_id IS NULL AND queue.attempts = 0 AND queue.next_trigger = 'schedule' AS is_first_try
    )
    SELECT claimed.delivery_id AS id, claimed.merchant_id AS "merchantId", claimed.destination_id AS "destinationId",
      claimed.event_id AS "eventId", claimed.event_at::text AS "eventAt", claimed.event_type AS "eventType",
      claimed.version, claimed.is_test AS "isTest", claimed.attempts,
      claimed.is_first_try AS "isFirstTry", claimed.schedule_step AS "scheduleStep",
      claimed.planned_at AS "plannedAt", claimed.next_trigger AS trigger, claimed.lease_id AS "leaseId", claimed.held_for AS "heldFor",
      claimed.due_at::text AS "dueAt", payload.occurred_at AS "occurredAt", payload.data::text AS "dataJson"
    FROM claimed LEFT JOIN LATERAL (
      SELECT * FROM event_payloads
      WHERE merchant_id = claimed.merchant_id AND event_id = claimed.event_id AND accepted_at = claimed.event_at
        AND ${isOnDaysBetween(sql`accepted_at`, now - youngMs, now + youngMs)} OFFSET 0) payload ON true`);
  return [...rows].sort(byDueTime);
}

function byDueTime(a: QueuedDelivery, b: QueuedDelivery): number {
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

type Payload = { merchantId: string; eventId: string; occurredAt: string; dataJson: string };

/** Adds to claimed deliveries the events that they carry. */
export async function withPayloads(tx: Tx, queued: readonly QueuedDelivery[]): Promise<Claim> {
  const older = await readPayloads(
    tx,
    queued.filter(({ dataJson }) => dataJson === null),
  );
  const claim: Claim = { claimed: [], withoutPayload: [] };
  for (const { dueAt: _dueAt, occurredAt, dataJson, ...delivery } of queued) {
    const payload =
      occurredAt !== null && dataJson !== null ? { occurredAt, dataJson } : older.get(eventKey(delivery));
    if (payload) {
      claim.claimed.push({ ...delivery, occurredAt: payload.occurredAt, dataJson: payload.dataJson });
    } else claim.withoutPayload.push({ ...delivery, occurredAt: delivery.eventAt, dataJson: "null" });
  }
  return claim;
}

/** By event. The bounds tell the planner which days they lie in. */
async function readPayloads(tx: Tx, queued: readonly QueuedDelivery[]): Promise<Map<string, Payload>> {
  if (queued.length === 0) return new Map();
  const moments = queued.map(({ eventAt }) => Date.parse(eventAt));
  const wanted = JSON.stringify(
    queued.map(({ merchantId, eventId, eventAt }) => ({ merchant: merchantId, id: eventId, at: eventAt })),
  );
  const rows = await tx.execute<Payload>(sql`
    SELECT payload.merchant_id AS "merchantId", payload.event_id AS "eventId",
      payload.occurred_at AS "occurredAt", payload.data::text AS "dataJson"
    FROM json_to_recordset(${wanted}::json) AS wanted(merchant text, id text, at timestamptz)
    CROSS JOIN LATERAL (
      SELECT * FROM event_payloads
      WHERE merchant_id = wanted.merchant AND event_id = wanted.id AND accepted_at = wanted.at
        AND ${isOnDaysBetween(sql`accepted_at`, Math.min(...moments), Math.max(...moments))} OFFSET 0) payload`);
  return new Map(rows.map((row) => [eventKey(row), row]));
}

function eventKey({ merchantId, eventId }: { merchantId: string; eventId: string }): string {
  return `${merchantId}/${eventId}`;
}
