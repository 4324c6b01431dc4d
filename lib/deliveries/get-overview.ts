import { sql } from "drizzle-orm";
import { readInTime } from "#db/read-in-time.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { findRetryingDestinations } from "./find-retrying-destinations.ts";
import { maxUnwellDestinations, type Overview, type UnwellDestination } from "./overview-schema.ts";
import { failureCodeSchema } from "./schema.ts";

/** Whether everything is all right: the last 24 hours in numbers, and the destinations that need someone. */
export async function getOverview({ ctx }: { ctx: Ctx }): Promise<Overview> {
  authorise(ctx, "read");
  const [[counts], unwell, [totals], retrying] = await Promise.all([
    findCounts(ctx.merchantId),
    findUnwellDestinations(ctx.merchantId),
    findTotals(ctx.merchantId),
    findRetryingDestinations(ctx.merchantId),
  ]);
  const zero = { delivered: 0, failed: 0, pending: 0, held: 0, cancelled: 0, p95Ms: null };
  return {
    last24h: {
      ...zero,
      ...counts,
      events: totals?.events ?? 0,
      eventsToNowhere: totals?.eventsToNowhere ?? 0,
    },
    webhooks: totals?.webhooks ?? 0,
    switchedOff: totals?.switchedOff ?? 0,
    unwell,
    retrying,
  };
}

type Totals = Pick<Overview, "webhooks" | "switchedOff"> &
  Pick<Overview["last24h"], "events" | "eventsToNowhere">;

/** For more events than this the count of those that went nowhere covers the latest. */
const maxEventsLookedUp = 5_000;

/** An event with no delivery at all was accepted while no webhook that is on had asked for it. */
function findTotals(merchantId: string) {
  return readInTime((tx) =>
    tx.execute<Totals>(sql`
    SELECT hooks.*, happened.*, lost.*
    FROM (
      SELECT count(*)::int AS webhooks,
        count(*) FILTER (WHERE status = 'disabled' AND COALESCE(disabled_reason, 'manual') = 'manual')::int AS "switchedOff"
      FROM webhooks WHERE merchant_id = ${merchantId} AND deleted_at IS NULL
    ) hooks CROSS JOIN (
      SELECT count(*)::int AS events FROM events
      WHERE merchant_id = ${merchantId} AND accepted_at > now() - interval '24 hours' AND origin NOT IN ('test', 'patchbay')
    ) happened CROSS JOIN (
      SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM deliveries
        WHERE deliveries.merchant_id = ${merchantId} AND deliveries.event_id = latest.id))::int AS "eventsToNowhere"
      FROM (SELECT id FROM events
        WHERE merchant_id = ${merchantId} AND accepted_at > now() - interval '24 hours' AND origin NOT IN ('test', 'patchbay')
        ORDER BY accepted_at DESC LIMIT ${maxEventsLookedUp}) latest
    ) lost`),
  );
}

type Counts = Omit<Overview["last24h"], "events" | "eventsToNowhere">;

/**
 * Finished ones of the last 24 hours; whatever waits, however old. Each part reads its own index and no more: ids begin
 * with the time, and what finished today was with few exceptions accepted within the last three days.
 */
function findCounts(merchantId: string) {
  return readInTime((tx) =>
    tx.execute<Counts>(sql`
    SELECT finished.*, waiting.pending, kept.held
    FROM (
      SELECT count(*) FILTER (WHERE status = 'delivered')::int AS delivered,
        count(*) FILTER (WHERE status = 'failed')::int AS failed,
        count(*) FILTER (WHERE status = 'cancelled')::int AS cancelled,
        round(percentile_cont(0.95) WITHIN GROUP (ORDER BY last_total_ms) FILTER (WHERE status = 'delivered'))::int AS "p95Ms"
      FROM deliveries
      WHERE merchant_id = ${merchantId} AND NOT is_test AND completed_at > now() - interval '24 hours'
        AND id > 'dlv_' || lpad(to_hex((extract(epoch FROM now() - interval '3 days') * 1000)::bigint), 12, '0')
    ) finished CROSS JOIN (
      SELECT count(*)::int AS pending
      FROM webhooks JOIN deliveries ON deliveries.destination_id = webhooks.id AND deliveries.status = 'pending'
      WHERE webhooks.merchant_id = ${merchantId} AND NOT deliveries.is_test
    ) waiting CROSS JOIN (
      SELECT count(*)::int AS held FROM deliveries
      WHERE merchant_id = ${merchantId} AND status = 'held' AND NOT is_test
    ) kept`),
  );
}

type UnwellRow = Omit<UnwellDestination, "failingSince" | "failureCode" | "lastFailedAt"> & {
  failingSince: string | null;
  failureCode: string | null;
  lastFailedAt: string | null;
};

async function findUnwellDestinations(merchantId: string): Promise<UnwellDestination[]> {
  const rows = await readInTime((tx) =>
    tx.execute<UnwellRow>(sql`
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
      AND (webhooks.disabled_reason IN ('gone', 'failing')
        OR (webhooks.status = 'active' AND webhooks.failing_since IS NOT NULL))
    ORDER BY webhooks.status, webhooks.failing_since LIMIT ${maxUnwellDestinations}`),
  );
  return rows.map((row) => ({
    ...row,
    failureCode: failureCodeSchema.nullable().parse(row.failureCode),
    failingSince: row.failingSince && new Date(row.failingSince).toISOString(),
    lastFailedAt: row.lastFailedAt && new Date(row.lastFailedAt).toISOString(),
  }));
}
