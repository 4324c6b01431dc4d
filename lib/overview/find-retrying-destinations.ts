import { sql } from "drizzle-orm";
import { readInTime } from "#db/read-in-time.ts";
import { maxFailingDestinations, type RetryingDestination } from "./overview-schema.ts";

type Row = Omit<RetryingDestination, "nextAttemptAt"> & { nextAttemptAt: string | null };

/**
 * Active webhooks and automations of the merchant with deliveries that failed at least once and wait for another
 * attempt. Such a one may have done others since: it is not failing, and an order has not arrived all the same. What
 * waits for an account or a person is told elsewhere.
 */
export async function findRetryingDestinations(merchantId: string): Promise<RetryingDestination[]> {
  const rows = await readInTime((tx) =>
    tx.execute<Row>(sql`
    SELECT destinations.id AS "webhookId", destinations.kind, coalesce(webhooks.url, '') AS url,
      coalesce(webhooks.description, automations.name) AS description,
      count(*)::int AS deliveries,
      (CASE WHEN bool_and(queue.event_type LIKE 'order.%') THEN count(DISTINCT events.reference) END)::int
        AS orders,
      min(queue.due_at) FILTER (WHERE queue.leased_until IS NULL OR queue.leased_until <= clock_timestamp())
        AS "nextAttemptAt"
    FROM destinations
    LEFT JOIN webhooks ON webhooks.id = destinations.id
    LEFT JOIN automations ON automations.id = destinations.id
    JOIN delivery_queue queue ON queue.destination_id = destinations.id
    CROSS JOIN LATERAL (SELECT reference FROM events WHERE events.merchant_id = queue.merchant_id
      AND events.accepted_at = queue.event_at AND events.id = queue.event_id OFFSET 0) events
    WHERE destinations.merchant_id = ${merchantId} AND destinations.deleted_at IS NULL AND destinations.state = 'active'
      AND queue.merchant_id = ${merchantId} AND queue.attempts > 0 AND queue.held_for IS NULL AND NOT queue.is_test
    GROUP BY destinations.id, webhooks.id, automations.id
    ORDER BY min(queue.event_at) LIMIT ${maxFailingDestinations}`),
  );
  return rows.map(({ nextAttemptAt, ...row }) => ({
    ...row,
    nextAttemptAt: nextAttemptAt === null ? null : new Date(nextAttemptAt).toISOString(),
  }));
}
