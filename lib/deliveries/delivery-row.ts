import { eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { deliveries } from "#db/schema/deliveries.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { type DeliveryDto, failureCodeSchema } from "./schema.ts";

const columns = {
  delivery: deliveries,
  url: webhooks.url,
  description: webhooks.description,
  state: sql<"active" | "disabled" | "deleted">`CASE WHEN ${webhooks.deletedAt} IS NOT NULL THEN 'deleted'
    ELSE ${webhooks.status} END`,
  isInFlight: sql<boolean>`(${deliveries.status} = 'pending' AND ${deliveries.leaseId} IS NOT NULL
    AND ${deliveries.dueAt} > clock_timestamp())`,
};

/** Deliveries with the URL they go to, deleted webhooks included: their log stays. */
export function selectDeliveries(tx: Tx, where: SQL | undefined) {
  return tx
    .select(columns)
    .from(deliveries)
    .innerJoin(webhooks, eq(webhooks.id, deliveries.destinationId))
    .where(where);
}

export type DeliveryRow = Awaited<ReturnType<typeof selectDeliveries>>[number];

export function toDeliveryDto({ delivery, url, description, state, isInFlight }: DeliveryRow): DeliveryDto {
  const isWaiting = delivery.status === "pending" && !isInFlight;
  return {
    id: delivery.id,
    eventId: delivery.eventId,
    eventType: delivery.eventType,
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
