import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { firstKeptDay } from "./days.ts";

/** 8 MiB of the table, some 80,000 ids, are looked through at once. */
const pagesAtOnce = 1_024;
const pauseMs = 50;

/**
 * Forgets the ids of events that are as old as deliveries are kept: sent again, such an id is a new event. The table is
 * walked once from its beginning to its end, a piece at a time; no index on the time is needed for it.
 * @returns how many were forgotten
 */
export async function forgetEventKeys(now = Date.now()): Promise<number> {
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
