import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { deliveries } from "#db/schema/deliveries.ts";
import { events } from "#db/schema/events.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { eventSummary } from "#lib/events/catalogue/event-summary.ts";
import { type DeliveryDto, failureCodeSchema } from "./schema.ts";

const columns = {
  delivery: deliveries,
  eventData: events.data,
  url: webhooks.url,
  description: webhooks.description,
  state: sql<"active" | "disabled" | "deleted">`CASE WHEN ${webhooks.deletedAt} IS NOT NULL THEN 'deleted'
    ELSE ${webhooks.status} END`,
  isInFlight: sql<boolean>`(${deliveries.status} = 'pending' AND ${deliveries.leaseId} IS NOT NULL
    AND ${deliveries.dueAt} > clock_timestamp())`,
};

/** Deliveries with their event's data and the URL they go to, deleted webhooks included: their log stays. */
export function selectDeliveries(tx: Tx, where: SQL | undefined) {
  return tx
    .select(columns)
    .from(deliveries)
    .innerJoin(events, and(eq(events.merchantId, deliveries.merchantId), eq(events.id, deliveries.eventId)))
    .innerJoin(webhooks, eq(webhooks.id, deliveries.destinationId))
    .where(where);
}

export type DeliveryRow = Awaited<ReturnType<typeof selectDeliveries>>[number];

export function toDeliveryDto(row: DeliveryRow): DeliveryDto {
  const { delivery, eventData, url, description, state, isInFlight } = row;
  const isWaiting = delivery.status === "pending" && !isInFlight;
  return {
    id: delivery.id,
    eventId: delivery.eventId,
    eventType: delivery.eventType,
    summary: eventSummary({ type: delivery.eventType, data: eventData }) || null,
    webhookId: delivery.destinationId,
    destination: { kind: "webhook", id: delivery.destinationId, label: url, description, state },
    status: delivery.status,
    attempts: delivery.attempts,
    isTest: delivery.isTest,
    isInFlight,
    nextAttemptAt: isWaiting ? delivery.dueAt.toISOString() : null,
    lastAttempt: delivery.lastAttemptAt && {
      at: delivery.lastAttemptAt.toISOString(),
      statusCode: delivery.lastStatusCode,
      failureCode: failureCodeSchema.nullable().parse(delivery.lastFailureCode),
      message: delivery.lastMessage ?? "",
      totalMs: delivery.lastTotalMs ?? 0,
    },
    createdAt: delivery.createdAt.toISOString(),
    completedAt: delivery.completedAt?.toISOString() ?? null,
  };
}
