import type { HistoryTables } from "./tables.ts";

/** What was sent, and what came back, is kept for so long. */
const payloadDays = 30;

/** Destinations, a queue of what waits, and the history in a partition a day. */
export const partitionedTables: HistoryTables = {
  names: [
    "event_keys",
    "events",
    "event_payloads",
    "deliveries",
    "attempts",
    "attempt_exchanges",
    "delivery_queue",
  ],
  async prepare(sql, { first, last }) {
    await sql`SELECT patchbay_make_days((${first.toISOString()}::timestamptz AT TIME ZONE 'UTC')::date,
      (${last.toISOString()}::timestamptz AT TIME ZONE 'UTC')::date + 7)`;
  },
  async insertMade(tx, retryingUntil) {
    await tx`ALTER TABLE made ADD COLUMN delivery_id text`;
    await tx`UPDATE made SET delivery_id = patchbay_delivery_id(at, merchant_id, 'evt_' || id_rest, destination_id, NULL)`;
    await tx`INSERT INTO event_keys (merchant_id, id, accepted_at) SELECT merchant_id, 'evt_' || id_rest, at FROM made`;
    await tx`INSERT INTO events (merchant_id, id, type, facts, occurred_at, accepted_at, origin, search_text, reference, destination_ids)
      SELECT merchant_id, 'evt_' || id_rest, type, facts::json, at, at, 'api', search_text, reference, ARRAY[destination_id] FROM made`;
    await tx`INSERT INTO event_payloads (merchant_id, event_id, accepted_at, occurred_at, data)
      SELECT merchant_id, 'evt_' || id_rest, at, at, data::json FROM made WHERE at > now() - ${payloadDays} * interval '1 day'`;
    await tx`INSERT INTO deliveries (id, merchant_id, destination_id, event_id, event_at, event_type, status, attempts, created_at,
        completed_at, failed_at, last_attempt_at, last_code, last_params, last_total_ms)
      SELECT delivery_id, merchant_id, destination_id, 'evt_' || id_rest, at, type,
        CASE status WHEN 'held' THEN 'pending' ELSE status END, CASE WHEN status = 'held' THEN 0 ELSE 1 END, at,
        CASE WHEN status IN ('delivered', 'failed') THEN at + interval '40 milliseconds' END,
        CASE WHEN status = 'failed' THEN at + interval '40 milliseconds' END,
        CASE WHEN status <> 'held' THEN at + interval '40 milliseconds' END,
        CASE WHEN status = 'delivered' THEN 'accepted' WHEN status <> 'held' THEN 'http_status' END,
        CASE WHEN status = 'delivered' THEN '{"statusCode":200}'::json WHEN status <> 'held' THEN '{"statusCode":503}'::json END,
        CASE WHEN status <> 'held' THEN 20 + i % 60 END FROM made`;
    await tx`INSERT INTO delivery_queue (delivery_id, merchant_id, destination_id, event_id, event_at, event_type, attempts, due_at)
      SELECT delivery_id, merchant_id, destination_id, 'evt_' || id_rest, at, type, CASE WHEN status = 'held' THEN 0 ELSE 1 END,
        CASE WHEN status = 'held' THEN at ELSE ${retryingUntil}::timestamptz END FROM made WHERE status IN ('held', 'pending')`;
    await tx`INSERT INTO attempts (id, merchant_id, delivery_id, destination_id, event_id, event_at, event_type, number, trigger,
        started_at, outcome, code, params, total_ms, next_attempt_at)
      SELECT 'att_' || id_rest, merchant_id, delivery_id, destination_id, 'evt_' || id_rest, at, type, 1, 'schedule', at,
        CASE status WHEN 'pending' THEN 'retrying' ELSE status END,
        CASE WHEN status = 'delivered' THEN 'accepted' ELSE 'http_status' END,
        CASE WHEN status = 'delivered' THEN '{"statusCode":200}'::json ELSE '{"statusCode":503}'::json END, 20 + i % 60,
        CASE WHEN status = 'pending' THEN ${retryingUntil}::timestamptz END FROM made WHERE status <> 'held'`;
    await tx`INSERT INTO attempt_exchanges (attempt_id, merchant_id, url, status_code, request_headers, response_headers, response_body,
        first_byte_ms)
      SELECT 'att_' || id_rest, merchant_id, 'http://127.0.0.1:9/till', CASE WHEN status = 'delivered' THEN 200 ELSE 503 END,
        json_build_object('content-type', 'application/json', 'webhook-id', 'evt_' || id_rest, 'webhook-timestamp',
          extract(epoch FROM at)::bigint::text, 'webhook-signature', 'v1,' || md5(id_rest)),
        '{"content-type":"application/json","connection":"keep-alive"}'::json, '{"received":true}', 15 + i % 60
      FROM made WHERE status <> 'held' AND at > now() - ${payloadDays} * interval '1 day'`;
  },
  async setStates(sql, { off, failing, at }) {
    await sql`UPDATE destinations SET state = 'disabled', state_reason = 'failing', failing_since = ${at}::timestamptz - interval '6 days',
      state_since = ${at}::timestamptz - interval '1 day' WHERE id = ${off}`;
    await sql`UPDATE destinations SET failing_since = ${at}::timestamptz - interval '20 minutes' WHERE id = ${failing}`;
  },
  async copyWebhook(sql, id, merchants) {
    await sql`INSERT INTO destinations (id, merchant_id, kind, event_types, retry_schedule, timeout_ms)
      SELECT 'wh_other_' || m, 'mer_other_' || m, kind, event_types, retry_schedule, timeout_ms
      FROM destinations, generate_series(1, ${merchants}::int) AS m WHERE id = ${id}`;
    await sql`INSERT INTO webhooks (id, merchant_id, url, description, sealed)
      SELECT 'wh_other_' || m, 'mer_other_' || m, url, 'Other ' || m, sealed
      FROM webhooks, generate_series(1, ${merchants}::int) AS m WHERE id = ${id}`;
  },
};
