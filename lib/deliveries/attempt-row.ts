import { and, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client.ts";
import { attempts, deliveries } from "#db/schema/deliveries.ts";
import { events } from "#db/schema/events.ts";
import { webhookBody } from "#lib/events/body.ts";
import { eventSummary } from "#lib/events/catalogue/event-summary.ts";
import { type AttemptDetailDto, failureCodeSchema } from "./schema.ts";

const eventData = z.record(z.string(), z.unknown());

/** Attempts with the event they carried, from which the body they sent is made again. */
export function selectAttempts(tx: Tx, where: SQL | undefined) {
  return tx
    .select({
      attempt: attempts,
      eventId: deliveries.eventId,
      occurredAt: events.occurredAt,
      dataJson: sql<string>`${events.data}::text`,
      isNextPlanned: sql<boolean>`(${deliveries.status} = 'pending' AND ${deliveries.attempts} = ${attempts.number}
        AND ${deliveries.dueAt} IS NOT DISTINCT FROM ${attempts.nextAttemptAt})`,
    })
    .from(attempts)
    .innerJoin(deliveries, eq(deliveries.id, attempts.deliveryId))
    .innerJoin(events, and(eq(events.merchantId, deliveries.merchantId), eq(events.id, deliveries.eventId)))
    .where(where);
}

export type AttemptRow = Awaited<ReturnType<typeof selectAttempts>>[number];

export function toAttemptDto({
  attempt,
  eventId,
  occurredAt,
  dataJson,
  isNextPlanned,
}: AttemptRow): AttemptDetailDto {
  return {
    id: attempt.id,
    deliveryId: attempt.deliveryId,
    webhookId: attempt.destinationId,
    eventId,
    eventType: attempt.eventType,
    summary: eventSummary({ type: attempt.eventType, data: eventData.parse(JSON.parse(dataJson)) }) || null,
    number: attempt.number,
    trigger: attempt.trigger,
    startedAt: attempt.startedAt.toISOString(),
    outcome: attempt.outcome,
    failureCode: failureCodeSchema.nullable().parse(attempt.failureCode),
    message: attempt.message,
    statusCode: attempt.statusCode,
    timing: {
      dnsMs: attempt.dnsMs,
      connectMs: attempt.connectMs,
      tlsMs: attempt.tlsMs,
      firstByteMs: attempt.firstByteMs,
      totalMs: attempt.totalMs,
    },
    nextAttemptAt: attempt.nextAttemptAt?.toISOString() ?? null,
    isNextPlanned,
    request: {
      method: "POST",
      url: attempt.url,
      headers: attempt.requestHeaders,
      body: webhookBody({ type: attempt.eventType, occurredAt, dataJson }),
    },
    response: attempt.responseHeaders && {
      headers: attempt.responseHeaders,
      body: attempt.responseBody ?? "",
      isBodyCut: attempt.isResponseCut,
    },
  };
}
