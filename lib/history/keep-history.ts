import { setTimeout as sleep } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { logger } from "#lib/logger.ts";
import { countAttempts, countDeliveries } from "./count-deliveries.ts";
import { type Day, dayMs, firstKeptDay, type History, histories, lowestKey, toDay } from "./days.ts";
import { dropDays } from "./drop-days.ts";
import { inBatches } from "./in-batches.ts";
import { tryWithLock } from "./try-with-lock.ts";

/** 8 MiB of the table, some 80,000 ids, are looked through at once. */
const pagesAtOnce = 1_024;

const pauseMs = 50;

/** So many days lie ready: as long may the job fail to run before rows gather in the rest. */
const daysAhead = 7;

/** Makes the days ahead, drops those that are over. @returns how many partitions, and rows outside of them, went */
export async function keepHistory(now = Date.now()): Promise<Record<string, number>> {
  const daysMade = await makeDaysAhead(now);
  const dropped = await dropDays(now);
  const daysIndexed = await indexPastDays(now);
  const daysMapped = await mapPastDays(now);
  const rest = await dropRest(now);
  await forgetFrequentWords(now);
  // A walk through the whole table: once a day, when a day of events has gone.
  const event_keys = dropped.events > 0 ? await forgetEventKeys(now) : 0;
  return { daysMade, daysIndexed, daysMapped, ...dropped, rest, event_keys };
}

/** Makes the index over words of each day that is past and has none yet. @returns how many were made */
function indexPastDays(now: number): Promise<number> {
  const hasNone = sql`to_regclass(child.relname || '_words') IS NULL`;
  return forPastDays(now, hasNone, (day) => sql`SELECT patchbay_index_words(${day}::date)`);
}

/** Finds the frequent words of each day that is past, which spare a search the index. @returns of how many days */
function mapPastDays(now: number): Promise<number> {
  const hasNone = sql`NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = child.oid AND tgname = 'forget_frequent_words')`;
  return forPastDays(now, hasNone, (day) => sql`SELECT patchbay_map_words(${day}::date)`);
}

/** @param isOpen which days are wanted, over the partition `child` */
async function forPastDays(now: number, isOpen: SQL, work: (day: Day) => SQL): Promise<number> {
  const rows = await db().execute<{ day: Day }>(sql`
    SELECT to_char(to_date(right(child.relname, 8), 'YYYYMMDD'), 'YYYY-MM-DD') AS day
    FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
    WHERE inhparent = 'events'::regclass AND child.relname ~ '_\\d{8}$'
      AND right(child.relname, 8) < ${toDay(now).replaceAll("-", "")} AND ${isOpen}
    ORDER BY 1 DESC`);
  let done = 0;
  for (const { day } of rows) {
    // Reading goes on meanwhile; writing to a day that is past would wait, and is rare.
    const isDone = await tryWithLock((tx) => tx.execute(work(day)));
    if (isDone === null) logger.warn({ day }, "a past day could not be indexed for searching: it is in use");
    else done += 1;
  }
  return done;
}

/** Makes the partitions of today and the days ahead. @returns how many were missing */
async function makeDaysAhead(now = Date.now()): Promise<number> {
  const days = Array.from({ length: daysAhead + 1 }, (_, index) => toDay(now + index * dayMs));
  const wanted = histories.flatMap(({ name }) => days.map((day) => ({ name, day })));
  const missing = await db().execute<{ name: string; day: string }>(sql`
    SELECT name, day FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS wanted(name text, day text)
    WHERE to_regclass(name || '_' || replace(day, '-', '')) IS NULL`);
  for (const { name, day } of missing) {
    const made = await tryWithLock((tx) => tx.execute(sql`SELECT patchbay_make_day(${name}, ${day}::date)`));
    if (made === null) logger.error({ table: name, day }, "no partition could be made: its table is in use");
  }
  return missing.length;
}

/** A day that is kept for longer, because a delivery of it waits, is searched without. */
async function forgetFrequentWords(now: number): Promise<void> {
  await db().execute(sql`DELETE FROM frequent_words WHERE day < ${firstKeptDay("delivery", now)}::date`);
}

/**
 * Forgets the ids of events that are as old as deliveries are kept: sent again, such an id is a new event. The table is
 * walked once from its beginning to its end, a piece at a time; no index on the time is needed for it.
 * @returns how many were forgotten
 */
async function forgetEventKeys(now = Date.now()): Promise<number> {
  const first = `${firstKeptDay("delivery", now)} 00:00:00+00`;
  const [size] = await db().execute<{ pages: number }>(sql`
    SELECT (pg_relation_size('event_keys') / current_setting('block_size')::int)::int AS pages`);
  let forgotten = 0;
  for (let page = 0; page < (size?.pages ?? 0); page += pagesAtOnce) {
    const result = await db().execute(sql`
      DELETE FROM event_keys WHERE accepted_at < ${first}::timestamptz
        AND ctid >= ${`(${page},0)`}::tid AND ctid < ${`(${page + pagesAtOnce},0)`}::tid`);
    forgotten += result.count;
    await sleep(pauseMs);
  }
  return forgotten;
}

/**
 * Deletes what is over of the rows that lie in no day: they were older than the oldest partition when they came, or their
 * ids do not begin with a time. Each is counted as it goes; what a delivery that waits needs stays.
 * @returns how many rows went
 */
async function dropRest(now = Date.now()): Promise<number> {
  let total = 0;
  for (const history of histories) total += await inBatches((size) => deleteSome(history, now, size));
  return total;
}

async function deleteSome(history: History, now: number, size: number): Promise<number> {
  const rest = sql.identifier(`${history.name}_rest`);
  const rows = await db().execute<{ gone: number }>(sql`
    WITH gone AS (
      DELETE FROM ${rest} WHERE ctid = ANY (ARRAY(SELECT ctid FROM ${rest} rest WHERE ${isOver(history, now)} LIMIT ${size}))
      RETURNING *
    ), counted AS (${counting(history)})
    SELECT count(*)::int AS gone FROM gone`);
  return rows[0]?.gone ?? 0;
}

function counting({ name }: History): SQL {
  const day = (moment: SQL) => sql`SELECT *, (${moment} AT TIME ZONE 'UTC')::date AS day FROM gone`;
  if (name === "deliveries") return countDeliveries(day(sql`created_at`));
  if (name === "attempts") return countAttempts(day(sql`started_at`));
  return sql`SELECT 1`;
}

/** What its age is told by: its key, where that is a moment, or another column, since such an id is anyone's guess. */
function isOver(history: History, now: number): SQL {
  const first = sql`${`${firstKeptDay(history.kind, now)} 00:00:00+00`}::timestamptz`;
  const waits = (condition: SQL) => sql`EXISTS (SELECT 1 FROM delivery_queue queue WHERE ${condition})`;
  switch (history.name) {
    case "events":
      return sql`rest.accepted_at < ${first}
        AND NOT ${waits(sql`queue.event_at = rest.accepted_at AND queue.event_id = rest.id`)}`;
    case "event_payloads":
      return sql`rest.accepted_at < ${first}
        AND NOT ${waits(sql`queue.event_at = rest.accepted_at AND queue.event_id = rest.event_id`)}`;
    case "deliveries":
      return sql`rest.created_at < ${first} AND NOT ${waits(sql`queue.delivery_id = rest.id`)}`;
    case "delivery_steps":
    case "delivery_step_payloads":
      return sql`rest.updated_at < ${first} AND NOT ${waits(sql`queue.delivery_id = rest.delivery_id`)}`;
    case "attempts":
      return sql`rest.started_at < ${first}`;
    case "attempt_exchanges":
      return sql`(rest.attempt_id < ${lowestKey(history, firstKeptDay(history.kind, now))}
        OR NOT EXISTS (SELECT 1 FROM attempts WHERE attempts.id = rest.attempt_id))`;
  }
}
