import type { HistoryTables } from "./tables.ts";

/** Events, deliveries and attempts in a table each. */
export const plainTables: HistoryTables = {
  names: ["events", "deliveries", "attempts"],
  prepare: async () => {},
  async insertMade(tx, retryingUntil) {
    await tx`INSERT INTO events (merchant_id, id, type, data, occurred_at, accepted_at, origin, search_text, reference)
      SELECT merchant_id, 'evt_' || id_rest, type, data::json, at, at, 'api', search_text, reference FROM made`;
    await tx`INSERT INTO deliveries (id, merchant_id, event_id, event_type, destination_id, status, attempts, due_at, created_at,
        completed_at, last_attempt_at, last_status_code, last_failure_code, last_message, last_total_ms)
      SELECT 'dlv_' || id_rest, merchant_id, 'evt_' || id_rest, type, destination_id, status,
        CASE WHEN status = 'held' THEN 0 ELSE 1 END, CASE WHEN status = 'pending' THEN ${retryingUntil}::timestamptz ELSE at END, at,
        CASE WHEN status IN ('delivered', 'failed') THEN at + interval '40 milliseconds' END,
        CASE WHEN status <> 'held' THEN at + interval '40 milliseconds' END,
        CASE WHEN status = 'delivered' THEN 200 WHEN status <> 'held' THEN 503 END,
        CASE WHEN status IN ('failed', 'pending') THEN 'http_status' END,
        CASE WHEN status = 'delivered' THEN 'The endpoint accepted it (200).'
          WHEN status <> 'held' THEN 'The endpoint is not available at the moment (503).' END,
        20 + i % 60 FROM made`;
    await tx`INSERT INTO attempts (id, merchant_id, delivery_id, destination_id, event_type, number, trigger, started_at,
        outcome, failure_code, message, status_code, url, request_headers, response_headers, response_body, total_ms,
        first_byte_ms, next_attempt_at)
      SELECT 'att_' || id_rest, merchant_id, 'dlv_' || id_rest, destination_id, type, 1, 'schedule', at,
        CASE status WHEN 'pending' THEN 'retrying' ELSE status END,
        CASE WHEN status <> 'delivered' THEN 'http_status' END,
        CASE WHEN status = 'delivered' THEN 'The endpoint accepted it (200).'
          ELSE 'The endpoint is not available at the moment (503).' END,
        CASE WHEN status = 'delivered' THEN 200 ELSE 503 END, 'http://127.0.0.1:9/till',
        json_build_object('content-type', 'application/json', 'webhook-id', 'evt_' || id_rest, 'webhook-timestamp',
          extract(epoch FROM at)::bigint::text, 'webhook-signature', 'v1,' || md5(id_rest)),
        '{"content-type":"application/json","connection":"keep-alive"}'::json, '{"received":true}', 20 + i % 60,
        15 + i % 60, CASE WHEN status = 'pending' THEN ${retryingUntil}::timestamptz END
      FROM made WHERE status <> 'held'`;
  },
  async setStates(sql, { off, failing, at }) {
    await sql`UPDATE webhooks SET status = 'disabled', disabled_reason = 'failing', failing_since = ${at}::timestamptz - interval '6 days',
      disabled_at = ${at}::timestamptz - interval '1 day' WHERE id = ${off}`;
    await sql`UPDATE webhooks SET failing_since = ${at}::timestamptz - interval '20 minutes' WHERE id = ${failing}`;
  },
  async copyWebhook(sql, id, merchants) {
    await sql`INSERT INTO webhooks (id, merchant_id, url, description, event_types, sealed, retry_schedule, timeout_ms)
      SELECT 'wh_other_' || m, 'mer_other_' || m, url, 'Other ' || m, event_types, sealed, retry_schedule, timeout_ms
      FROM webhooks, generate_series(1, ${merchants}::int) AS m WHERE id = ${id}`;
  },
};
