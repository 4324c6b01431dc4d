import { and, between, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { eventKeys, eventPayloads, events } from "#db/schema/events.ts";
import { idAt } from "#lib/history/days.ts";
import type { EventKey } from "./find-event-keys.ts";
import { longestChain } from "./longest-chain.ts";
import type { EventDto } from "./schema.ts";

const eventData = z.record(z.string(), z.unknown());

type Counts = EventDto["deliveries"];

/** A bound on ids in constants, so that only the partitions behind it are planned: clocks differ by less than an hour. */
function countsSince(oldest: string) {
  // Spelled out: in a query over one table drizzle leaves the table's name off, and `id` would mean the delivery's own.
  return sql<Counts>`(
    SELECT json_build_object(
      'total', count(*),
      'delivered', count(*) FILTER (WHERE status = 'delivered'),
      'pending', count(*) FILTER (WHERE status = 'pending'),
      'held', count(*) FILTER (WHERE status = 'pending' AND (EXISTS (
        SELECT 1 FROM destinations WHERE destinations.id = deliveries.destination_id
          AND destinations.state <> 'active' AND destinations.deleted_at IS NULL)
        OR EXISTS (SELECT 1 FROM delivery_queue queue
          WHERE queue.delivery_id = deliveries.id AND queue.held_for IS NOT NULL))),
      'failed', count(*) FILTER (WHERE status = 'failed'),
      'cancelled', count(*) FILTER (WHERE status = 'cancelled'))
    FROM deliveries WHERE deliveries.merchant_id = events.merchant_id AND deliveries.event_id = events.id
      AND deliveries.id >= ${getOldestDeliveryId(oldest)})`;
}

/** The automations that led to it, the first one first, deleted ones included; null = none is known. */
const causingAutomations = sql<{ id: string; name: string }[] | null>`(
  CASE WHEN events.cause IS NOT NULL THEN (
    SELECT json_agg(json_build_object('id', automations.id, 'name', automations.name)
      ORDER BY array_position(events.cause, automations.id))
    FROM automations WHERE automations.merchant_id = events.merchant_id AND automations.id = ANY (events.cause)) END)`;

/** No delivery of an event of this moment has an id below; those of replays lie anywhere above. */
export function getOldestDeliveryId(acceptedAt: string): string {
  return idAt("dlv", Date.parse(acceptedAt) - 60 * 60 * 1_000);
}

/** These events, the newest first, with how their deliveries stand, and what was sent where it is still kept. */
export async function readEvents(tx: Tx, merchantId: string, keys: readonly EventKey[]) {
  const moments = keys.map(([acceptedAt]) => acceptedAt).sort((a, b) => Date.parse(a) - Date.parse(b));
  const [oldest] = moments;
  const newest = moments.at(-1);
  if (oldest === undefined || newest === undefined) return [];
  // Moments differ by microseconds, which Date does not tell: a millisecond more on both sides.
  const low = new Date(Date.parse(oldest) - 1).toISOString();
  const high = new Date(Date.parse(newest) + 1).toISOString();
  return tx
    .select({
      event: events,
      dataJson: sql<string | null>`${eventPayloads.data}::text`,
      deliveries: countsSince(oldest),
      causes: causingAutomations,
    })
    .from(events)
    .leftJoin(
      eventPayloads,
      and(
        eq(eventPayloads.merchantId, events.merchantId),
        eq(eventPayloads.eventId, events.id),
        eq(eventPayloads.acceptedAt, events.acceptedAt),
        between(eventPayloads.acceptedAt, low, high),
      ),
    )
    .where(
      and(
        eq(events.merchantId, merchantId),
        between(events.acceptedAt, low, high),
        sql`(${events.acceptedAt}, ${events.id}) IN (
          SELECT (key->>0)::timestamptz, key->>1 FROM json_array_elements(${JSON.stringify(keys)}::json) key)`,
      ),
    )
    .orderBy(desc(events.acceptedAt), desc(events.id));
}

/** Where the event of an id lies. */
export async function findEventKey(tx: Tx, merchantId: string, id: string): Promise<EventKey | null> {
  const [row] = await tx
    .select({ acceptedAt: eventKeys.acceptedAt })
    .from(eventKeys)
    .where(and(eq(eventKeys.merchantId, merchantId), eq(eventKeys.id, id)));
  return row ? [row.acceptedAt, id] : null;
}

export type EventRow = Awaited<ReturnType<typeof readEvents>>[number];

export function toEventDto({ event, dataJson, deliveries, causes }: EventRow): EventDto {
  return {
    id: event.id,
    type: event.type,
    data: dataJson === null ? event.facts : eventData.parse(JSON.parse(dataJson)),
    isDataKept: dataJson !== null,
    occurredAt: event.occurredAt.toISOString(),
    acceptedAt: new Date(event.acceptedAt).toISOString(),
    origin: event.origin,
    cause: event.cause && {
      automations: causes ?? [],
      withoutRuns: event.cause.length < longestChain ? "these" : "all",
    },
    deliveries,
  };
}
