import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { Attempt } from "./conclude-attempt.ts";

/**
 * Writes attempts to the log and moves their deliveries on, in one statement. A delivery whose lease was lost or
 * taken away (cancelled, say) keeps its state; the attempt is logged all the same, because it happened. One that
 * will be tried again stays pending, or held where its webhook was switched off meanwhile.
 * @returns the ids of the deliveries that moved on
 */
export async function writeAttempts(tx: Tx, attempts: readonly Attempt[]): Promise<Set<string>> {
  const rows = await tx.execute<{ id: string }>(sql`
    WITH given AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(attempts.map(toRow))}::json) AS given(
        id text, merchant_id text, delivery_id text, lease_id text, destination_id text, event_type text,
        number int, trigger text, started_at timestamptz, outcome text, failure_code text, message text,
        status_code int, url text, request_headers json, response_headers json, response_body text,
        is_response_cut boolean, dns_ms real, connect_ms real, tls_ms real, first_byte_ms real, total_ms real,
        next_attempt_at timestamptz, status text, schedule_step int)
    ), logged AS (
      INSERT INTO attempts (id, merchant_id, delivery_id, destination_id, event_type, number, trigger, started_at,
        outcome, failure_code, message, status_code, url, request_headers, response_headers, response_body,
        is_response_cut, dns_ms, connect_ms, tls_ms, first_byte_ms, total_ms, next_attempt_at)
      SELECT id, merchant_id, delivery_id, destination_id, event_type, number, trigger, started_at,
        outcome, failure_code, message, status_code, url, request_headers, response_headers, response_body,
        is_response_cut, dns_ms, connect_ms, tls_ms, first_byte_ms, total_ms, next_attempt_at
      FROM given
      ON CONFLICT (id) DO NOTHING
    )
    UPDATE deliveries SET
      status = CASE WHEN given.status = 'pending' THEN deliveries.status ELSE given.status END,
      schedule_step = given.schedule_step, planned_at = NULL, attempts = given.number, lease_id = NULL, is_counted = false,
      next_trigger = 'schedule', due_at = coalesce(given.next_attempt_at, deliveries.due_at),
      completed_at = CASE WHEN given.status = 'pending' THEN NULL ELSE clock_timestamp() END,
      last_attempt_at = given.started_at, last_status_code = given.status_code,
      last_failure_code = given.failure_code, last_message = given.message, last_total_ms = given.total_ms
    FROM given
    WHERE deliveries.id = given.delivery_id AND deliveries.lease_id = given.lease_id
    RETURNING deliveries.id`);
  return new Set(rows.map((row) => row.id));
}

const statusAfter = { delivered: "delivered", retrying: "pending", failed: "failed" } as const;

function toRow(attempt: Attempt) {
  const { delivery, timing } = attempt;
  return {
    id: attempt.id,
    merchant_id: delivery.merchantId,
    delivery_id: delivery.id,
    lease_id: delivery.leaseId,
    destination_id: delivery.destinationId,
    event_type: delivery.eventType,
    number: attempt.number,
    trigger: delivery.trigger,
    started_at: attempt.startedAt.toISOString(),
    outcome: attempt.outcome,
    failure_code: attempt.failureCode,
    message: attempt.message,
    status_code: attempt.statusCode,
    url: attempt.url,
    request_headers: attempt.requestHeaders,
    response_headers: attempt.responseHeaders && mapValues(attempt.responseHeaders, storable),
    response_body: attempt.responseBody === null ? null : storable(attempt.responseBody),
    is_response_cut: attempt.isResponseCut,
    dns_ms: timing.dnsMs,
    connect_ms: timing.connectMs,
    tls_ms: timing.tlsMs,
    first_byte_ms: timing.firstByteMs,
    total_ms: timing.totalMs,
    next_attempt_at: attempt.nextAttemptAt?.toISOString() ?? null,
    status: statusAfter[attempt.outcome],
    schedule_step: delivery.trigger === "schedule" ? delivery.scheduleStep + 1 : delivery.scheduleStep,
  };
}

/** Postgres holds no NUL in text: an endpoint that answers one must not break the log. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\ufffd");
}

function mapValues(
  record: Record<string, string>,
  change: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
