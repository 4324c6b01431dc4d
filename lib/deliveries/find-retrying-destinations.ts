import { sql } from "drizzle-orm";
import { readInTime } from "#db/read-in-time.ts";
import { maxUnwellDestinations, type RetryingDestination } from "./overview-schema.ts";

type Row = Omit<RetryingDestination, "nextAttemptAt"> & { nextAttemptAt: string | null };

/**
 * Active webhooks of the merchant with deliveries that failed at least once and wait for another attempt. Such a
 * webhook may have accepted others since: it is not failing, and an order has not arrived all the same.
 */
export async function findRetryingDestinations(merchantId: string): Promise<RetryingDestination[]> {
  const rows = await readInTime((tx) =>
    tx.execute<Row>(sql`
    SELECT webhooks.id AS "webhookId", webhooks.url, webhooks.description,
      count(*)::int AS deliveries,
      (CASE WHEN bool_and(deliveries.event_type LIKE 'order.%') THEN count(DISTINCT events.reference) END)::int
        AS orders,
      min(deliveries.due_at) FILTER (WHERE deliveries.lease_id IS NULL OR deliveries.due_at <= clock_timestamp())
        AS "nextAttemptAt"
    FROM webhooks
    JOIN deliveries ON deliveries.destination_id = webhooks.id AND deliveries.status = 'pending'
    JOIN events ON events.merchant_id = deliveries.merchant_id AND events.id = deliveries.event_id
    WHERE webhooks.merchant_id = ${merchantId} AND webhooks.deleted_at IS NULL AND webhooks.status = 'active'
      AND deliveries.merchant_id = ${merchantId} AND deliveries.attempts > 0 AND NOT deliveries.is_test
    GROUP BY webhooks.id
    ORDER BY min(deliveries.created_at) LIMIT ${maxUnwellDestinations}`),
  );
  return rows.map(({ nextAttemptAt, ...row }) => ({
    ...row,
    nextAttemptAt: nextAttemptAt === null ? null : new Date(nextAttemptAt).toISOString(),
  }));
}
