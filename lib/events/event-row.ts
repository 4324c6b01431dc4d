import { and, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { eventKeys, eventPayloads, events } from "#db/schema/events.ts";
import type { EventDto } from "./schema.ts";

const eventData = z.record(z.string(), z.unknown());

type Counts = EventDto["deliveries"];

// Spelled out: in a query over one table drizzle leaves the table's name off, and `id` would mean the delivery's own.
const counts = sql<Counts>`(
  SELECT json_build_object(
    'total', count(*),
    'delivered', count(*) FILTER (WHERE status = 'delivered'),
    'pending', count(*) FILTER (WHERE status = 'pending'),
    'failed', count(*) FILTER (WHERE status = 'failed'),
    'cancelled', count(*) FILTER (WHERE status = 'cancelled'))
  FROM deliveries WHERE deliveries.merchant_id = events.merchant_id AND deliveries.event_id = events.id)`;

/** Events with how their deliveries stand, and what was sent where it is still kept. */
export function selectEvents(tx: Tx, where: SQL | undefined) {
  return tx
    .select({ event: events, dataJson: sql<string | null>`${eventPayloads.data}::text`, deliveries: counts })
    .from(events)
    .leftJoin(
      eventPayloads,
      and(
        eq(eventPayloads.merchantId, events.merchantId),
        eq(eventPayloads.eventId, events.id),
        eq(eventPayloads.acceptedAt, events.acceptedAt),
      ),
    )
    .where(where);
}

/** A condition for the event of an id, whose moment says where it lies. */
export function isEvent(merchantId: string, id: string): SQL {
  return sql`${events.merchantId} = ${merchantId} AND ${events.id} = ${id} AND ${events.acceptedAt} = (
    SELECT ${eventKeys.acceptedAt} FROM ${eventKeys}
    WHERE ${eventKeys.merchantId} = ${merchantId} AND ${eventKeys.id} = ${id})`;
}

export type EventRow = Awaited<ReturnType<typeof selectEvents>>[number];

export function toEventDto({ event, dataJson, deliveries }: EventRow): EventDto {
  return {
    id: event.id,
    type: event.type,
    data: dataJson === null ? event.facts : eventData.parse(JSON.parse(dataJson)),
    isDataKept: dataJson !== null,
    occurredAt: event.occurredAt.toISOString(),
    acceptedAt: new Date(event.acceptedAt).toISOString(),
    origin: event.origin,
    deliveries,
  };
}
