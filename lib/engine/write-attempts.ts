import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type SentColumn, unnestRows } from "#db/unnest.ts";
import { getDeliveryDays } from "#lib/history/days.ts";
import { storable } from "#lib/text.ts";
import type { Attempt, ClaimedDelivery, Exchange } from "./sender.ts";

/**
 * Writes attempts to the log and moves their deliveries on, in one statement. A delivery whose lease was lost or taken
 * away (cancelled, say) keeps its state; the attempt is logged all the same, because it happened. One that will be
 * tried again or is held stays in the queue, any other leaves it.
 * @returns the ids of the deliveries that moved on
 */
export async function writeAttempts(tx: Tx, attempts: readonly Attempt[]): Promise<Set<string>> {
  const [from, to] = getDeliveryDays(attempts.map((attempt) => attempt.delivery.id));
  const rows = await tx.execute<{ id: string }>(sql`
    WITH tried AS MATERIALIZED (
      SELECT * FROM ${unnestRows("tried", attempts, { ...attemptColumns, ...exchangeColumns })}
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
      SELECT id, merchant_id, url, status_code, request_headers, response_headers, response_body, is_response_cut,
        dns_ms, connect_ms, tls_ms, first_byte_ms
      FROM tried WHERE url IS NOT NULL
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
    WHERE deliveries.id = moved.delivery_id AND deliveries.id >= ${from} AND deliveries.id < ${to}
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

const attemptColumns = {
  id: ["text", ({ id }) => id],
  merchant_id: ["text", ({ delivery }) => delivery.merchantId],
  delivery_id: ["text", ({ delivery }) => delivery.id],
  lease_id: ["text", ({ delivery }) => delivery.leaseId],
  destination_id: ["text", ({ delivery }) => delivery.destinationId],
  event_id: ["text", ({ delivery }) => delivery.eventId],
  event_at: ["timestamptz", ({ delivery }) => delivery.eventAt],
  event_type: ["text", ({ delivery }) => delivery.eventType],
  number: ["int", ({ number }) => number],
  step: ["int", ({ result }) => result.step ?? null],
  trigger: ["text", ({ delivery }) => delivery.trigger],
  started_at: ["timestamptz", ({ startedAt }) => startedAt.toISOString()],
  outcome: ["text", ({ outcome }) => outcome],
  code: ["text", ({ result }) => result.code],
  params: [
    "json",
    ({ result }) => (Object.keys(result.params).length === 0 ? null : JSON.stringify(result.params)),
  ],
  total_ms: ["real", ({ result }) => result.totalMs],
  next_attempt_at: ["timestamptz", ({ nextAttemptAt }) => nextAttemptAt?.toISOString() ?? null],
  status: ["text", ({ outcome }) => statusAfter[outcome]],
  schedule_step: ["int", ({ outcome, delivery }) => getNextStep(outcome, delivery)],
  due_at: [
    "timestamptz",
    ({ heldUntil, nextAttemptAt }) => (heldUntil ?? nextAttemptAt)?.toISOString() ?? null,
  ],
  held_for: ["text", ({ result }) => result.held?.for ?? null],
  held_id: ["text", ({ result }) => result.held?.id ?? null],
} satisfies Record<string, SentColumn<Attempt>>;

/** All null where there was no exchange. */
const exchangeColumns = {
  url: ofExchange("text", ({ url }) => url),
  status_code: ofExchange("int", ({ statusCode }) => statusCode),
  request_headers: ofExchange("json", ({ requestHeaders }) => JSON.stringify(requestHeaders)),
  response_headers: ofExchange(
    "json",
    ({ responseHeaders }) => responseHeaders && JSON.stringify(mapValues(responseHeaders, storable)),
  ),
  response_body: ofExchange("text", ({ responseBody }) =>
    responseBody === null ? null : storable(responseBody),
  ),
  is_response_cut: ofExchange("boolean", ({ isResponseCut }) => isResponseCut),
  dns_ms: ofExchange("real", ({ dnsMs }) => dnsMs),
  connect_ms: ofExchange("real", ({ connectMs }) => connectMs),
  tls_ms: ofExchange("real", ({ tlsMs }) => tlsMs),
  first_byte_ms: ofExchange("real", ({ firstByteMs }) => firstByteMs),
};

function ofExchange(
  type: SentColumn<Attempt>[0],
  read: (exchange: Exchange) => ReturnType<SentColumn<Attempt>[1]>,
): SentColumn<Attempt> {
  return [type, ({ result }) => result.exchange && read(result.exchange)];
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
