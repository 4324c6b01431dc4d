import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { maxUnwellDestinations, type Overview, type UnwellDestination } from "./overview-schema.ts";
import { failureCodeSchema } from "./schema.ts";

/** Whether everything is all right: the last 24 hours in numbers, and the destinations that need someone. */
export async function getOverview({ ctx }: { ctx: Ctx }): Promise<Overview> {
  authorise(ctx, "read");
  const [[counts], unwell, [totals]] = await Promise.all([
    findCounts(ctx.merchantId),
    findUnwellDestinations(ctx.merchantId),
    db().execute<{ webhooks: number; events: number }>(sql`
      SELECT (SELECT count(*)::int FROM webhooks WHERE merchant_id = ${ctx.merchantId} AND deleted_at IS NULL) AS webhooks,
        (SELECT count(*)::int FROM events WHERE merchant_id = ${ctx.merchantId}
          AND accepted_at > now() - interval '24 hours' AND origin <> 'test') AS events`),
  ]);
  const zero = { delivered: 0, failed: 0, pending: 0, held: 0, cancelled: 0, p95Ms: null };
  return {
    last24h: { ...zero, ...counts, events: totals?.events ?? 0 },
    webhooks: totals?.webhooks ?? 0,
    unwell,
  };
}

type Counts = Omit<Overview["last24h"], "events">;

/** Finished ones of the last 24 hours; whatever waits, however old. */
function findCounts(merchantId: string) {
  return db().execute<Counts>(sql`
    SELECT count(*) FILTER (WHERE status = 'delivered')::int AS delivered,
      count(*) FILTER (WHERE status = 'failed')::int AS failed,
      count(*) FILTER (WHERE status = 'pending')::int AS pending,
      count(*) FILTER (WHERE status = 'held')::int AS held,
      count(*) FILTER (WHERE status = 'cancelled')::int AS cancelled,
      round(percentile_cont(0.95) WITHIN GROUP (ORDER BY last_total_ms))::int AS "p95Ms"
    FROM deliveries
    WHERE merchant_id = ${merchantId} AND NOT is_test
      AND (completed_at > now() - interval '24 hours' OR status IN ('pending', 'held'))`);
}

type UnwellRow = Omit<UnwellDestination, "failingSince" | "failureCode" | "lastFailedAt"> & {
  failingSince: string | null;
  failureCode: string | null;
  lastFailedAt: string | null;
};

async function findUnwellDestinations(merchantId: string): Promise<UnwellDestination[]> {
  const rows = await db().execute<UnwellRow>(sql`
    SELECT webhooks.id AS "webhookId", webhooks.url, webhooks.description, webhooks.status,
      webhooks.disabled_reason AS "disabledReason", webhooks.failing_since AS "failingSince",
      last.message, last.failure_code AS "failureCode", last.status_code AS "statusCode",
      last.started_at AS "lastFailedAt",
      (SELECT count(*)::int FROM deliveries WHERE destination_id = webhooks.id
        AND merchant_id = ${merchantId} AND status IN ('pending', 'held')) AS waiting
    FROM webhooks
    LEFT JOIN LATERAL (
      SELECT message, failure_code, status_code, started_at FROM attempts
      WHERE destination_id = webhooks.id AND merchant_id = ${merchantId} AND outcome <> 'delivered' AND trigger <> 'test'
      ORDER BY id DESC LIMIT 1
    ) last ON true
    WHERE webhooks.merchant_id = ${merchantId} AND webhooks.deleted_at IS NULL
      AND (webhooks.failing_since IS NOT NULL OR webhooks.disabled_reason IN ('gone', 'failing'))
    ORDER BY webhooks.status, webhooks.failing_since LIMIT ${maxUnwellDestinations}`);
  return rows.map((row) => ({
    ...row,
    failureCode: failureCodeSchema.nullable().parse(row.failureCode),
    failingSince: row.failingSince && new Date(row.failingSince).toISOString(),
    lastFailedAt: row.lastFailedAt && new Date(row.lastFailedAt).toISOString(),
  }));
}
