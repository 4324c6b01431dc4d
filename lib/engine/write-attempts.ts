import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { plannedAnew } from "#db/planned-anew.ts";
import { isOnDaysOf } from "#lib/history/days.ts";
import { storable } from "#lib/text.ts";
import type { Attempt, ClaimedDelivery } from "./sender.ts";

/**
 * So many are planned once for all: their deliveries are found by the list of their ids, however large the planner took
 * the table to be, and are held against each other in no time. Of more, each batch has its own plan.
 */
const mostFew = 16;

/**
 * Writes attempts to the log and moves their deliveries on, in one statement. A delivery whose lease was lost or taken
 * away (cancelled, say) keeps its state; the attempt is logged all the same, because it happened. One that will be
 * tried again or is held stays in the queue, any other leaves it.
 * @returns the ids of the deliveries that moved on
 */
export async function writeAttempts(tx: Tx, attempts: readonly Attempt[]): Promise<Set<string>> {
  const areFew = attempts.length <= mostFew;
  const ids = attempts.map((attempt) => attempt.delivery.id);
  const rows = await tx.execute<{ id: string }>(sql`${areFew ? sql.empty() : plannedAnew}
    WITH tried AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(attempts.map(toRow))}::json) AS tried(
        id text, merchant_id text, delivery_id text, lease_id text, destination_id text, event_id text,
        event_at timestamptz, event_type text, number int, step int, trigger text, started_at timestamptz, outcome text,
        code text, params json, total_ms real, next_attempt_at timestamptz, status text,
        schedule_step int, due_at timestamptz, held_for text, held_id text, exchange json)
    ), logged AS (
      INSERT INTO attempts (id, merchant_id, delivery_id, destination_id, event_id, event_at, event_type, number, step,
        trigger, started_at, outcome, code, params, total_ms, next_attempt_at)
      SELECT id, merchant_id, delivery_id, destination_id, event_id, event_at, event_type, number, step,
        trigger, started_at, outcome, code, params, total_ms, next_attempt_at
      FROM tried
      ON CONFLICT (id) DO NOTHING
    ), exchanged AS (
      INSERT INTO attempt_exchanges (attempt_id, merchant_id, url, status_code, request_headers, response_headers,
        response_body, is_response_cut, dns_ms, connect_ms, tls_ms, first_byte_ms)
      SELECT tried.id, tried.merchant_id, exchange.url, exchange."statusCode", exchange."requestHeaders",
        exchange."responseHeaders", exchange."responseBody", exchange."isResponseCut", exchange."dnsMs",
        exchange."connectMs", exchange."tlsMs", exchange."firstByteMs"
      FROM tried CROSS JOIN LATERAL json_to_record(tried.exchange) AS exchange(
        url text, "statusCode" int, "requestHeaders" json, "responseHeaders" json, "responseBody" text,
        "isResponseCut" boolean, "dnsMs" real, "connectMs" real, "tlsMs" real, "firstByteMs" real)
      WHERE tried.exchange IS NOT NULL
      ON CONFLICT (attempt_id) DO NOTHING
    ), ended AS (
      DELETE FROM delivery_queue queue USING tried
      WHERE queue.delivery_id = tried.delivery_id AND queue.lease_id = tried.lease_id AND tried.status <> 'pending'
        AND queue.delivery_id = ANY (ARRAY(SELECT delivery_id FROM tried))
      RETURNING ${became}
    ), waiting AS (
      UPDATE delivery_queue queue SET lease_id = NULL, leased_until = NULL, is_counted = false,
        attempts = tried.number, schedule_step = tried.schedule_step, planned_at = NULL, next_trigger = 'schedule',
        due_at = tried.due_at, held_for = tried.held_for, held_id = tried.held_id
      FROM tried
      WHERE queue.delivery_id = tried.delivery_id AND queue.lease_id = tried.lease_id AND tried.status = 'pending'
        AND queue.delivery_id = ANY (ARRAY(SELECT delivery_id FROM tried))
      RETURNING ${became}
    ), moved AS MATERIALIZED (
      SELECT * FROM ended UNION ALL SELECT * FROM waiting
    )
    UPDATE deliveries SET
      status = moved.status, attempts = moved.number,
      completed_at = CASE WHEN moved.status = 'pending' THEN NULL ELSE clock_timestamp() END,
      failed_at = CASE WHEN moved.status = 'failed' THEN clock_timestamp() END,
      last_attempt_at = moved.started_at, last_code = moved.code, last_params = moved.params,
      last_total_ms = moved.total_ms
    FROM moved
    WHERE deliveries.id = moved.delivery_id AND ${isOnDaysOf(sql`deliveries.id`, ids)}
      ${areFew ? sql`AND deliveries.id = ANY (ARRAY(SELECT delivery_id FROM moved))` : sql.empty()}
    RETURNING deliveries.id`);
  return new Set(rows.map((row) => row.id));
}

/** What its delivery becomes by an attempt: carried along, since a join of two lists is planned as all against all. */
const became = sql`queue.delivery_id, tried.status, tried.number, tried.started_at, tried.code, tried.params, tried.total_ms`;

const statusAfter = {
  delivered: "delivered",
  retrying: "pending",
  held: "pending",
  failed: "failed",
} as const;

function toRow({ delivery, result, ...attempt }: Attempt) {
  const { exchange } = result;
  return {
    id: attempt.id,
    merchant_id: delivery.merchantId,
    delivery_id: delivery.id,
    lease_id: delivery.leaseId,
    destination_id: delivery.destinationId,
    event_id: delivery.eventId,
    event_at: delivery.eventAt,
    event_type: delivery.eventType,
    number: attempt.number,
    step: result.step ?? null,
    trigger: delivery.trigger,
    started_at: attempt.startedAt.toISOString(),
    outcome: attempt.outcome,
    code: result.code,
    params: Object.keys(result.params).length === 0 ? null : result.params,
    total_ms: result.totalMs,
    next_attempt_at: attempt.nextAttemptAt?.toISOString() ?? null,
    status: statusAfter[attempt.outcome],
    schedule_step: getNextStep(attempt.outcome, delivery),
    due_at: (attempt.heldUntil ?? attempt.nextAttemptAt)?.toISOString() ?? null,
    held_for: result.held?.for ?? null,
    held_id: result.held?.id ?? null,
    exchange: exchange && {
      ...exchange,
      responseHeaders: exchange.responseHeaders && mapValues(exchange.responseHeaders, storable),
      responseBody: exchange.responseBody === null ? null : storable(exchange.responseBody),
    },
  };
}

function getNextStep(outcome: Attempt["outcome"], { trigger, scheduleStep }: ClaimedDelivery): number {
  if (outcome === "held") return 0;
  return trigger === "schedule" ? scheduleStep + 1 : scheduleStep;
}

function mapValues(
  record: Record<string, string>,
  change: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
