import { type SQL, sql } from "drizzle-orm";
import { readInTime } from "#db/read-in-time.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb, noInput } from "#lib/auth/verb.ts";
import { findAutomationsInNeed } from "#lib/automations/summary/find-in-need.ts";
import { env } from "#lib/env.ts";
import type { Params } from "#lib/failures/message.ts";
import { idAt } from "#lib/history/days.ts";
import { attemptMessage } from "../deliveries/attempt-message.ts";
import { readFailureCode, readStatusCode } from "../deliveries/delivery-row.ts";
import { heldUntil } from "../deliveries/held-until.ts";
import { findRetryingDestinations } from "./find-retrying-destinations.ts";
import {
  type FailingDestination,
  type HeldSoonOver,
  heldSoonOverDays,
  maxFailingDestinations,
  type Overview,
  overviewDto,
} from "./overview-schema.ts";

type Row = Omit<HeldSoonOver, "heldUntil"> & { acceptedAt: string; stoppedAt: string };

/** Whether everything is all right: the last 24 hours in numbers, and the destinations that need someone. */
export const getOverview = defineVerb({
  permission: "read",
  input: noInput,
  output: overviewDto,
  async run({ ctx }) {
    const [[counts], failing, [totals], retrying, heldSoonOver, automations] = await Promise.all([
      findCounts(ctx.merchantId),
      findFailingDestinations(ctx),
      findTotals(ctx.merchantId),
      findRetryingDestinations(ctx.merchantId),
      findHeldSoonOver(ctx.merchantId),
      findAutomationsInNeed(ctx.merchantId),
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
      automations,
      unwell: failing,
      retrying,
      heldSoonOver,
    };
  },
});

const hourMs = 60 * 60 * 1_000;

/** So long ago, as a constant of the statement: partitions before it are not even planned. */
function since(hours: number): SQL {
  return sql`${new Date(Date.now() - hours * hourMs).toISOString()}::timestamptz`;
}

/** An id of a delivery that was accepted so long ago. */
function idSince(hours: number): string {
  return idAt("dlv", Date.now() - hours * hourMs);
}

type Totals = Pick<Overview, "webhooks" | "switchedOff"> &
  Pick<Overview["last24h"], "events" | "eventsToNowhere">;

/** For more events than this the count of those that went nowhere covers the latest. */
const maxEventsLookedUp = 5_000;

/** An event with no delivery at all was accepted while no webhook had asked for it. */
function findTotals(merchantId: string) {
  return readInTime((tx) =>
    tx.execute<Totals>(sql`
    SELECT hooks.*, happened.*, lost.*
    FROM (
      SELECT count(*)::int AS webhooks,
        count(*) FILTER (WHERE state = 'paused' OR (state = 'disabled' AND state_reason = 'manual'))::int AS "switchedOff"
      FROM destinations WHERE merchant_id = ${merchantId} AND kind = 'webhook' AND deleted_at IS NULL
    ) hooks CROSS JOIN (
      SELECT count(*)::int AS events FROM events
      WHERE merchant_id = ${merchantId} AND accepted_at > ${since(24)} AND origin NOT IN ('test', 'patchbay')
    ) happened CROSS JOIN (
      SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM deliveries
        WHERE deliveries.merchant_id = ${merchantId} AND deliveries.event_id = latest.id
          AND deliveries.id > ${idSince(25)}))::int AS "eventsToNowhere"
      FROM (SELECT id FROM events
        WHERE merchant_id = ${merchantId} AND accepted_at > ${since(24)} AND origin NOT IN ('test', 'patchbay')
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
    SELECT finished.*, waiting.pending, waiting.held
    FROM (
      SELECT count(*) FILTER (WHERE status = 'delivered')::int AS delivered,
        count(*) FILTER (WHERE status = 'failed')::int AS failed,
        count(*) FILTER (WHERE status = 'cancelled')::int AS cancelled,
        round(percentile_cont(0.95) WITHIN GROUP (ORDER BY last_total_ms) FILTER (WHERE status = 'delivered'))::int AS "p95Ms"
      FROM deliveries
      WHERE merchant_id = ${merchantId} AND NOT is_test AND completed_at > now() - interval '24 hours'
        AND id > ${idSince(72)}
    ) finished CROSS JOIN (
      SELECT count(*) FILTER (WHERE destinations.state = 'active' AND queue.held_for IS NULL)::int AS pending,
        count(*) FILTER (WHERE destinations.state <> 'active' OR queue.held_for IS NOT NULL)::int AS held
      FROM destinations JOIN delivery_queue queue ON queue.destination_id = destinations.id
      WHERE destinations.merchant_id = ${merchantId} AND destinations.deleted_at IS NULL AND NOT queue.is_test
    ) waiting`),
  );
}

type FailingRow = Omit<
  FailingDestination,
  "failingSince" | "failureCode" | "statusCode" | "message" | "lastFailedAt"
> & {
  failingSince: string | null;
  code: string | null;
  params: Params | null;
  lastFailedAt: string | null;
};

async function findFailingDestinations({ merchantId, locale }: Ctx): Promise<FailingDestination[]> {
  const rows = await readInTime((tx) =>
    tx.execute<FailingRow>(sql`
    SELECT webhooks.id AS "webhookId", webhooks.url, webhooks.description, destinations.state AS status,
      CASE WHEN destinations.state = 'disabled' THEN destinations.state_reason END AS "disabledReason",
      destinations.failing_since AS "failingSince",
      last.code, last.params, last.started_at AS "lastFailedAt",
      (SELECT count(*)::int FROM delivery_queue WHERE destination_id = webhooks.id) AS waiting
    FROM webhooks JOIN destinations ON destinations.id = webhooks.id
    LEFT JOIN LATERAL (
      SELECT code, params, started_at FROM attempts
      WHERE destination_id = webhooks.id AND merchant_id = ${merchantId} AND outcome <> 'delivered' AND trigger <> 'test'
      ORDER BY id DESC LIMIT 1
    ) last ON true
    WHERE webhooks.merchant_id = ${merchantId} AND destinations.deleted_at IS NULL
      AND ((destinations.state = 'disabled' AND destinations.state_reason IN ('gone', 'failing'))
        OR (destinations.state = 'active' AND destinations.failing_since IS NOT NULL))
    ORDER BY destinations.state, destinations.failing_since LIMIT ${maxFailingDestinations}`),
  );
  return rows.map(({ code, params, ...row }) => ({
    ...row,
    failureCode: code === null ? null : readFailureCode(code, params),
    statusCode: readStatusCode(params),
    message: code === null ? null : attemptMessage({ code, params }, locale),
    failingSince: row.failingSince && new Date(row.failingSince).toISOString(),
    lastFailedAt: row.lastFailedAt && new Date(row.lastFailedAt).toISOString(),
  }));
}

/**
 * Webhooks and automations of the merchant that are paused or switched off and whose first held delivery will fail within three days,
 * the soonest first.
 */
async function findHeldSoonOver(merchantId: string): Promise<HeldSoonOver[]> {
  const days = Math.max(0, env().HOLD_DAYS - heldSoonOverDays);
  const heldBefore = sql`(now() - make_interval(days => ${days}::int))`;
  const rows = await readInTime((tx) =>
    tx.execute<Row>(sql`
    SELECT destinations.id AS "webhookId", destinations.kind, coalesce(webhooks.url, '') AS url,
      coalesce(webhooks.description, automations.name) AS description, destinations.state AS status,
      waiting.held, waiting.oldest AS "acceptedAt", destinations.state_since AS "stoppedAt"
    FROM destinations LEFT JOIN webhooks ON webhooks.id = destinations.id
    LEFT JOIN automations ON automations.id = destinations.id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS held, min(event_at) AS oldest FROM delivery_queue
      WHERE destination_id = destinations.id AND NOT is_test
    ) waiting
    WHERE destinations.merchant_id = ${merchantId} AND destinations.deleted_at IS NULL AND destinations.state <> 'active'
      AND destinations.state_since < ${heldBefore} AND waiting.oldest < ${heldBefore}
    ORDER BY greatest(destinations.state_since, waiting.oldest) LIMIT ${maxFailingDestinations}`),
  );
  return rows.map(({ acceptedAt, stoppedAt, ...row }) => ({
    ...row,
    heldUntil: heldUntil({ acceptedAt, stoppedAt }),
  }));
}
