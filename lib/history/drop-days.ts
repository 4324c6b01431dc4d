import { type Name, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { logger } from "#lib/logger.ts";
import { countAttempts, countDeliveries } from "./count-deliveries.ts";
import { type Day, dayMs, firstKeptDay, type History, histories, lowestKey, toDay } from "./days.ts";
import { tryWithLock } from "./try-with-lock.ts";

class StillNeededError extends Error {}

/**
 * Drops the days that are over, each as a whole, the oldest first. What became of its deliveries and attempts is counted
 * in the same transaction. A day of which a delivery still waits stays until it does not.
 * @returns how many partitions of each table went
 */
export async function dropDays(now = Date.now()): Promise<Record<History["name"], number>> {
  const dropped = {
    event_payloads: 0,
    attempt_exchanges: 0,
    delivery_step_payloads: 0,
    attempts: 0,
    delivery_steps: 0,
    deliveries: 0,
    events: 0,
  };
  for (const history of histories) {
    for (const day of await daysBefore(history, firstKeptDay(history.kind, now))) {
      if (await dropDay(history, day)) dropped[history.name] += 1;
    }
  }
  return dropped;
}

async function daysBefore({ name }: History, first: Day): Promise<Day[]> {
  const rows = await db().execute<{ day: Day }>(sql`
    SELECT to_char(to_date(right(child.relname, 8), 'YYYYMMDD'), 'YYYY-MM-DD') AS day
    FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
    WHERE inhparent = ${name}::regclass AND child.relname ~ '_\\d{8}$'
      AND right(child.relname, 8) < ${first.replaceAll("-", "")}
    ORDER BY 1`);
  return rows.map(({ day }) => day);
}

async function dropDay(history: History, day: Day): Promise<boolean> {
  const about = { table: history.name, day };
  if (await isNeeded(db(), history, day)) {
    logger.warn(about, "a day of the history is kept beyond its time: deliveries of it still wait");
    return false;
  }
  const startedAt = performance.now();
  const part = sql.identifier(`${history.name}_${day.replaceAll("-", "")}`);
  try {
    const done = await tryWithLock(async (tx) => {
      await countDay(tx, history, day, part);
      await tx.execute(sql`DROP TABLE ${part}`);
      // Whoever queued a delivery of it before we had the table for ourselves is seen now; after us there is none.
      if (await isNeeded(tx, history, day)) throw new StillNeededError();
      return true;
    });
    if (done === null) {
      logger.warn(
        about,
        "a day of the history could not be dropped: its table is in use; tried again within the hour",
      );
      return false;
    }
  } catch (error) {
    if (error instanceof StillNeededError) return false;
    throw error;
  }
  logger.info(
    { ...about, ms: Math.round(performance.now() - startedAt) },
    "a day of the history was dropped",
  );
  return true;
}

/** Nobody changes the rows that are counted until they are gone; reading goes on. */
async function countDay(tx: Tx, { name }: History, day: Day, part: Name): Promise<void> {
  if (name !== "deliveries" && name !== "attempts") return;
  await tx.execute(sql`LOCK TABLE ${part} IN SHARE MODE`);
  const rows = sql`SELECT *, ${day}::date AS day FROM ${part}`;
  await tx.execute(name === "deliveries" ? countDeliveries(rows) : countAttempts(rows));
}

/** Whether a delivery that waits needs a day's rows: its event and payload, or its own row and steps. */
async function isNeeded(tx: Tx, history: History, day: Day): Promise<boolean> {
  const { name } = history;
  if (name === "attempts" || name === "attempt_exchanges") return false;
  const key = history.prefix === null ? sql`event_at` : sql`delivery_id`;
  const [row] = await tx.execute<{ isNeeded: boolean }>(sql`
    SELECT EXISTS (SELECT 1 FROM delivery_queue
      WHERE ${key} >= ${lowestKey(history, day)} AND ${key} < ${lowestKey(history, nextDay(day))}) AS "isNeeded"`);
  return row?.isNeeded ?? false;
}

function nextDay(day: Day): Day {
  return toDay(Date.parse(`${day}T00:00:00Z`) + dayMs);
}
