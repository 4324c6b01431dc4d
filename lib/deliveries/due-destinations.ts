import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/** A webhook that has something due, with what is needed to send to it. */
export type DueDestination = {
  id: string;
  merchantId: string;
  url: string;
  sealed: string;
  retrySchedule: number[];
  timeoutMs: number;
  maxPerSecond: number | null;
  maxInFlight: number | null;
  failingSince: string | null;
  /** Some webhook of this merchant asks to hear of each delivery. */
  isTriggeredWanted: boolean;
};

/**
 * Every destination with a pending delivery, found by skipping from one to the next along the index: the cost
 * grows with the destinations, not with the deliveries that wait.
 */
const pendingDestinations = (after: string) => sql`
  WITH RECURSIVE destination(id) AS (
    (SELECT destination_id FROM deliveries WHERE status = 'pending' AND destination_id > ${after}
      ORDER BY destination_id LIMIT 1)
    UNION ALL
    SELECT (SELECT next.destination_id FROM deliveries next
      WHERE next.status = 'pending' AND next.destination_id > destination.id ORDER BY next.destination_id LIMIT 1)
    FROM destination WHERE destination.id IS NOT NULL
  )`;

// statement_timestamp(), not clock_timestamp(): only what is stable within a statement can bound an index scan.

/**
 * Destinations that have a delivery due now, in the order of their ids.
 * @param after the last destination of the round before, so that rounds go about all of them
 */
export async function findDueDestinations(tx: Tx, after: string, limit: number): Promise<DueDestination[]> {
  const rows = await tx.execute<DueDestination>(sql`
    ${pendingDestinations(after)}
    SELECT webhooks.id, webhooks.merchant_id AS "merchantId", webhooks.url, webhooks.sealed,
      webhooks.retry_schedule AS "retrySchedule", webhooks.timeout_ms AS "timeoutMs",
      webhooks.max_per_second AS "maxPerSecond", webhooks.max_in_flight AS "maxInFlight",
      webhooks.failing_since AS "failingSince",
      EXISTS (SELECT 1 FROM webhooks listener
        WHERE listener.merchant_id = webhooks.merchant_id AND listener.status = 'active'
          AND listener.deleted_at IS NULL AND 'webhook.triggered' = ANY (listener.event_types)) AS "isTriggeredWanted"
    FROM destination JOIN webhooks ON webhooks.id = destination.id
    WHERE webhooks.status = 'active' AND EXISTS (
      SELECT 1 FROM deliveries
      WHERE deliveries.destination_id = destination.id AND deliveries.status = 'pending'
        AND deliveries.due_at <= statement_timestamp())
    ORDER BY webhooks.id LIMIT ${limit}`);
  return [...rows];
}

/** When the next delivery of any destination falls due, leases that will run out included; null = none waits. */
export async function findNextDueAt(tx: Tx): Promise<Date | null> {
  const rows = await tx.execute<{ dueAt: string | null }>(sql`
    ${pendingDestinations("")}
    SELECT min(first.due_at)::text AS "dueAt"
    FROM destination
    JOIN webhooks ON webhooks.id = destination.id AND webhooks.status = 'active'
    CROSS JOIN LATERAL (
      SELECT due_at FROM deliveries
      WHERE deliveries.destination_id = destination.id AND deliveries.status = 'pending'
      ORDER BY due_at LIMIT 1) first`);
  const dueAt = rows[0]?.dueAt;
  return dueAt ? new Date(dueAt) : null;
}
