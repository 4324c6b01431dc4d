import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { logger } from "#lib/logger.ts";
import { dayMs, dayOf, histories } from "./days.ts";
import { tryWithLock } from "./try-with-lock.ts";

/** So many days lie ready: as long may the job fail to run before rows gather in the rest. */
const daysAhead = 7;

/** Makes the partitions of today and the days ahead. @returns how many were missing */
export async function makeDaysAhead(now = Date.now()): Promise<number> {
  const days = Array.from({ length: daysAhead + 1 }, (_, index) => dayOf(now + index * dayMs));
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
