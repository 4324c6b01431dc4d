import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import type { EventDto } from "./schema.ts";

type Counts = EventDto["deliveries"];

// Spelled out: in a query over one table drizzle leaves the table's name off, and `id` would mean the delivery's own.
const counts = sql<Counts>`(
  SELECT json_build_object(
    'total', count(*),
    'delivered', count(*) FILTER (WHERE status = 'delivered'),
    'pending', count(*) FILTER (WHERE status IN ('pending', 'held')),
    'failed', count(*) FILTER (WHERE status = 'failed'),
    'cancelled', count(*) FILTER (WHERE status = 'cancelled'))
  FROM deliveries WHERE deliveries.merchant_id = events.merchant_id AND deliveries.event_id = events.id)`;

/** Events with how their deliveries stand. */
export function selectEvents(tx: Tx, where: SQL | undefined) {
  return tx.select({ event: events, deliveries: counts }).from(events).where(where);
}

export type EventRow = Awaited<ReturnType<typeof selectEvents>>[number];

export function toEventDto({ event, deliveries }: EventRow): EventDto {
  return {
    id: event.id,
    type: event.type,
    data: event.data,
    occurredAt: event.occurredAt.toISOString(),
    acceptedAt: event.acceptedAt.toISOString(),
    origin: event.origin,
    deliveries,
  };
}
