import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { attemptExchanges, attempts, deliveryQueue } from "#db/schema/deliveries.ts";
import { destinations } from "#db/schema/destinations.ts";
import { eventPayloads, events } from "#db/schema/events.ts";
import { webhookBody } from "#lib/events/body.ts";
import { eventSummary } from "#lib/events/catalogue/event-summary.ts";
import { attemptMessage } from "./attempt-message.ts";
import { failureCodeOf, statusCodeOf } from "./delivery-row.ts";
import type { AttemptDetailDto } from "./schema.ts";

/** Attempts with their HTTP exchange and the event they carried, from which the body they sent is made again. */
export function selectAttempts(tx: Tx, where: SQL | undefined) {
  return tx
    .select({
      attempt: attempts,
      exchange: attemptExchanges,
      facts: events.facts,
      occurredAt: events.occurredAt,
      dataJson: sql<string | null>`${eventPayloads.data}::text`,
      isNextPlanned: sql<boolean>`coalesce(${deliveryQueue.attempts} = ${attempts.number}
        AND ${deliveryQueue.dueAt} IS NOT DISTINCT FROM ${attempts.nextAttemptAt}
        AND ${destinations.state} = 'active', false)`,
    })
    .from(attempts)
    .innerJoin(destinations, eq(destinations.id, attempts.destinationId))
    .innerJoin(
      events,
      and(
        eq(events.merchantId, attempts.merchantId),
        eq(events.id, attempts.eventId),
        eq(events.acceptedAt, attempts.eventAt),
      ),
    )
    .leftJoin(
      eventPayloads,
      and(
        eq(eventPayloads.merchantId, attempts.merchantId),
        eq(eventPayloads.eventId, attempts.eventId),
        eq(eventPayloads.acceptedAt, attempts.eventAt),
      ),
    )
    .leftJoin(attemptExchanges, eq(attemptExchanges.attemptId, attempts.id))
    .leftJoin(deliveryQueue, eq(deliveryQueue.deliveryId, attempts.deliveryId))
    .where(where);
}

export type AttemptRow = Awaited<ReturnType<typeof selectAttempts>>[number];

export function toAttemptDto(row: AttemptRow): AttemptDetailDto {
  const { attempt, exchange, facts, occurredAt, dataJson, isNextPlanned } = row;
  return {
    id: attempt.id,
    deliveryId: attempt.deliveryId,
    webhookId: attempt.destinationId,
    eventId: attempt.eventId,
    eventType: attempt.eventType,
    summary: eventSummary({ type: attempt.eventType, data: facts }) || null,
    number: attempt.number,
    trigger: attempt.trigger,
    startedAt: attempt.startedAt.toISOString(),
    outcome: attempt.outcome,
    failureCode: failureCodeOf(attempt.code),
    message: attemptMessage(attempt),
    statusCode: statusCodeOf(attempt.params),
    timing: {
      dnsMs: exchange?.dnsMs ?? null,
      connectMs: exchange?.connectMs ?? null,
      tlsMs: exchange?.tlsMs ?? null,
      firstByteMs: exchange?.firstByteMs ?? null,
      totalMs: attempt.totalMs,
    },
    nextAttemptAt: attempt.nextAttemptAt?.toISOString() ?? null,
    isNextPlanned,
    request: exchange && {
      method: "POST",
      url: exchange.url,
      headers: exchange.requestHeaders,
      body: dataJson === null ? null : webhookBody({ type: attempt.eventType, occurredAt, dataJson }),
    },
    response: exchange?.responseHeaders
      ? {
          headers: exchange.responseHeaders,
          body: exchange.responseBody ?? "",
          isBodyCut: exchange.isResponseCut,
        }
      : null,
  };
}
