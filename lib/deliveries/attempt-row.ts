import { and, between, desc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { attemptExchanges, attempts, deliveryQueue } from "#db/schema/deliveries.ts";
import { destinations } from "#db/schema/destinations.ts";
import { eventPayloads, events } from "#db/schema/events.ts";
import { type RunNames, tellRun } from "#lib/automations/naming/run-names.ts";
import { webhookBody } from "#lib/events/body.ts";
import { eventSummary } from "#lib/events/catalogue/event-summary.ts";
import { idAt } from "#lib/history/days.ts";
import type { Locale } from "#lib/words/locale.ts";
import { attemptMessage } from "./attempt-message.ts";
import { type DeliveryRow, readFailureCode, readStatusCode } from "./delivery-row.ts";
import { areRows, findSpan, isEventOf, type RowKey, readIdTime, type Span } from "./row-key.ts";
import type { AttemptDetailDto } from "./schema.ts";

/** Attempts with their HTTP exchange and the event they carried, from which the body they sent is made again. */
function selectAttempts(tx: Tx, span: Span) {
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
    .innerJoin(events, isEventOf(attempts, events, span))
    .leftJoin(
      eventPayloads,
      isEventOf(
        attempts,
        {
          merchantId: eventPayloads.merchantId,
          id: eventPayloads.eventId,
          acceptedAt: eventPayloads.acceptedAt,
        },
        span,
      ),
    )
    .leftJoin(
      attemptExchanges,
      and(
        eq(attemptExchanges.attemptId, attempts.id),
        between(attemptExchanges.attemptId, span.lowestId, span.highestId),
      ),
    )
    .leftJoin(deliveryQueue, eq(deliveryQueue.deliveryId, attempts.deliveryId));
}

export type AttemptRow = Awaited<ReturnType<typeof selectAttempts>>[number];

/** These attempts, the newest first. */
export async function readAttempts(
  tx: Tx,
  merchantId: string,
  keys: readonly RowKey[],
): Promise<AttemptRow[]> {
  const span = findSpan(keys);
  if (span === null) return [];
  return selectAttempts(tx, span)
    .where(areRows(attempts, merchantId, span))
    .orderBy(desc(attempts.id));
}

/** Every attempt at some deliveries, the oldest first. */
export async function readDeliveryAttempts(
  tx: Tx,
  merchantId: string,
  rows: readonly Pick<DeliveryRow, "delivery">[],
): Promise<AttemptRow[]> {
  const made = rows.map(({ delivery }) => delivery);
  if (made.length === 0) return [];
  // An attempt's id is made when it ends: after the delivery's, and soon after the last thing that is known of it.
  const first = Math.min(...made.map(({ id }) => readIdTime(id)));
  const last = Math.max(
    ...made.map(({ status, lastAttemptAt, completedAt }) => {
      return status === "pending"
        ? Date.now()
        : Math.max(lastAttemptAt?.getTime() ?? 0, completedAt?.getTime() ?? 0);
    }),
  );
  const keys = await tx
    .select({ id: attempts.id, eventAt: attempts.eventAt })
    .from(attempts)
    .where(
      and(
        eq(attempts.merchantId, merchantId),
        inArray(
          attempts.deliveryId,
          made.map(({ id }) => id),
        ),
        gte(attempts.id, idAt("att", first - slackMs)),
        lt(attempts.id, idAt("att", Math.max(first, last) + slackMs)),
      ),
    );
  return (await readAttempts(tx, merchantId, keys)).reverse();
}

const slackMs = 60 * 60 * 1_000;

/** @param runNames of its run; null where it is none */
export function toAttemptDto(
  row: AttemptRow,
  locale: Locale,
  runNames: RunNames | null = null,
): AttemptDetailDto {
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
    failureCode: readFailureCode(attempt.code, attempt.params),
    message: attemptMessage(
      tellRun(attempt, runNames, { type: attempt.eventType, data: facts }, locale),
      locale,
    ),
    statusCode: readStatusCode(attempt.params),
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
