import { sql } from "drizzle-orm";
import { isOutOfTime, readInTime } from "#db/read-in-time.ts";
import { textArray } from "#db/text-array.ts";
import { idsBetween } from "#lib/deliveries/delivery-search.ts";
import { dayMs } from "#lib/history/days.ts";
import { dateTimeFormat } from "#lib/intl.ts";
import { type Activity, activityDays, type DayCount } from "./summary-schema.ts";

type Merchant = { merchantId: string; timeZone: string };
type LastRun = Activity["lastRun"];
type Waiting = Pick<Activity, "reviews" | "decisions" | "issues">;

/** A list is not to wait for counts. */
const longestCountMs = 2_000;
const hourMs = 60 * 60 * 1_000;

/**
 * What automations did over the last days and what they wait for, by id. Days that were dropped stand in
 * `delivery_counts`; of the others only those of this span are opened.
 */
export async function findActivity(
  merchant: Merchant,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Activity>> {
  if (ids.length === 0) return new Map();
  const now = Date.now();
  const [counts, last, waiting] = await Promise.all([
    countDays(merchant, ids, now).catch((error: unknown) => {
      if (isOutOfTime(error)) return null;
      throw error;
    }),
    findLastRuns(merchant.merchantId, ids, now),
    countWaiting(merchant.merchantId, ids),
  ]);
  const days = lastDays(merchant.timeZone, now);
  return new Map(
    ids.map((id) => [
      id,
      {
        days: counts && days.map((day) => counts.get(`${id} ${day}`) ?? { day, done: 0, failed: 0 }),
        lastRun: last.get(id) ?? null,
        ...(waiting.get(id) ?? { reviews: 0, decisions: 0, issues: 0 }),
      },
    ]),
  );
}

/** The days of a time zone that end with today's, the oldest first. */
function lastDays(timeZone: string, now: number): string[] {
  const today = dateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(now);
  return Array.from({ length: activityDays }, (_, index) => {
    const back = activityDays - 1 - index;
    return new Date(Date.parse(`${today}T12:00:00Z`) - back * dayMs).toISOString().slice(0, 10);
  });
}

async function countDays(
  { merchantId, timeZone }: Merchant,
  ids: readonly string[],
  now: number,
): Promise<Map<string, DayCount>> {
  const from = now - activityDays * dayMs - hourMs;
  const rows = await readInTime(
    (tx) =>
      tx.execute<DayCount & { id: string }>(sql`
      SELECT id, day::text, sum(done)::int AS done, sum(failed)::int AS failed FROM (
        SELECT destination_id AS id, (event_at AT TIME ZONE ${timeZone})::date AS day,
          count(*) FILTER (WHERE status = 'delivered') AS done, count(*) FILTER (WHERE status = 'failed') AS failed
        FROM deliveries
        WHERE merchant_id = ${merchantId} AND destination_id = ANY(${textArray(ids)}) AND NOT is_test
          AND ${idsBetween(sql`id`, "dlv", from, now + hourMs)}
        GROUP BY 1, 2
        UNION ALL
        SELECT destination_id, day, delivered, failed FROM delivery_counts
        WHERE merchant_id = ${merchantId} AND destination_id = ANY(${textArray(ids)})
          AND day >= ${new Date(from).toISOString().slice(0, 10)}::date
      ) counted GROUP BY 1, 2`),
    longestCountMs,
  );
  return new Map(rows.map(({ id, ...count }) => [`${id} ${count.day}`, count]));
}

async function findLastRuns(merchantId: string, ids: readonly string[], now: number) {
  const from = now - activityDays * dayMs;
  const rows = await readInTime((tx) =>
    tx.execute<{ destinationId: string; id: string; status: NonNullable<LastRun>["status"]; at: string }>(sql`
    SELECT wanted.id AS "destinationId", last.id, last.at,
      CASE WHEN last.status = 'pending' AND (destinations.state <> 'active' OR EXISTS (
        SELECT FROM delivery_queue WHERE delivery_id = last.id AND held_for IS NOT NULL))
      THEN 'held' ELSE last.status END AS status
    FROM unnest(${textArray(ids)}) AS wanted(id) CROSS JOIN LATERAL (
      SELECT id, status, coalesce(last_attempt_at, created_at) AS at FROM deliveries
      WHERE merchant_id = ${merchantId} AND destination_id = wanted.id AND NOT is_test
        AND ${idsBetween(sql`id`, "dlv", from, now + hourMs)}
      ORDER BY id DESC LIMIT 1) last
    JOIN destinations ON destinations.id = wanted.id AND destinations.merchant_id = ${merchantId}`),
  );
  return new Map(
    rows.map(({ destinationId, at, ...run }): [string, LastRun] => [
      destinationId,
      { ...run, at: new Date(at).toISOString() },
    ]),
  );
}

async function countWaiting(merchantId: string, ids: readonly string[]): Promise<Map<string, Waiting>> {
  const rows = await readInTime((tx) =>
    tx.execute<Waiting & { id: string }>(sql`
    SELECT wanted.id,
      (SELECT count(*) FROM delivery_queue WHERE merchant_id = ${merchantId} AND destination_id = wanted.id
        AND held_for = 'review')::int AS reviews,
      (SELECT count(*) FROM delivery_queue WHERE merchant_id = ${merchantId} AND destination_id = wanted.id
        AND held_for = 'decision')::int AS decisions,
      (SELECT count(*) FROM automation_issues WHERE merchant_id = ${merchantId} AND automation_id = wanted.id
        AND closed_at IS NULL)::int AS issues
    FROM unnest(${textArray(ids)}) AS wanted(id)`),
  );
  return new Map(rows.map(({ id, ...waiting }) => [id, waiting]));
}
