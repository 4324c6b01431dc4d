import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { logger } from "#lib/logger.ts";
import { type Day, dayOf } from "./days.ts";
import { tryWithLock } from "./try-with-lock.ts";

/** Makes the index over words of each day that is past and has none yet. @returns how many were made */
export async function indexPastDays(now = Date.now()): Promise<number> {
  const rows = await db().execute<{ day: Day }>(sql`
    SELECT to_char(to_date(right(child.relname, 8), 'YYYYMMDD'), 'YYYY-MM-DD') AS day
    FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
    WHERE inhparent = 'events'::regclass AND child.relname ~ '_\\d{8}$'
      AND right(child.relname, 8) < ${dayOf(now).replaceAll("-", "")} AND to_regclass(child.relname || '_words') IS NULL
    ORDER BY 1 DESC`);
  let made = 0;
  for (const { day } of rows) {
    // Reading goes on meanwhile; writing to a day that is past would wait, and is rare.
    const isMade = await tryWithLock((tx) => tx.execute(sql`SELECT patchbay_index_words(${day}::date)`));
    if (isMade === null) logger.warn({ day }, "a past day could not be indexed for searching: it is in use");
    else made += 1;
  }
  return made;
}
