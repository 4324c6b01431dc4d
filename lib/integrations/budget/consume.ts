import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { gather } from "#lib/work/gather.ts";
import { budgetSecond } from "./budget-second.ts";

/** So many requests in so many seconds, counted under a name. A window begins with its first request. */
export type Allowance = { name: string; requests: number; seconds: number };

/** Taken: the place counts until its window ends. Not taken: the window is full until then. */
type Consumption = { isTaken: boolean; windowLeftMs: number };

/**
 * Takes `cost` requests from an allowance that all processes share. What costs more than a window takes a whole one. What
 * was not taken counts as well, until the window ends: whoever asks for more than there is does not get in by asking often.
 */
export function consume({ name, requests, seconds }: Allowance, cost: number): Promise<Consumption> {
  const points = Math.min(Math.max(1, Math.ceil(cost)), requests);
  return take({ key: `budget:${name}`, points, requests, seconds: seconds * budgetSecond });
}

type Taking = { key: string; points: number; requests: number; seconds: number };
type Window = { key: string; points: number; leftMs: number };

/** Those that ask side by side are counted by one statement. */
const take = gather({ most: 100, together: takeTogether });

async function takeTogether(takings: readonly Taking[]): Promise<Consumption[]> {
  const byKey = Map.groupBy(takings, ({ key }) => key);
  const asked = [...byKey].map(([key, own]) => ({ key, points: sumPoints(own), seconds: own[0]?.seconds }));
  const isOver = sql`rate_limits.expire <= statement_timestamp()`;
  const windows = await db().execute<Window>(sql`
    INSERT INTO rate_limits (key, points, expire)
    SELECT key, points, statement_timestamp() + seconds * interval '1 second'
    FROM json_to_recordset(${JSON.stringify(asked)}::json) AS asked(key text, points int, seconds float8)
    -- In one order everywhere, so that two processes do not wait for each other.
    ORDER BY key
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN ${isOver} THEN 0 ELSE rate_limits.points END + excluded.points,
      expire = CASE WHEN ${isOver} THEN excluded.expire ELSE rate_limits.expire END
    RETURNING key, points, ceil(extract(epoch FROM expire - clock_timestamp()) * 1000)::float8 AS "leftMs"`);
  const left = new Map(windows.map((window) => [window.key, window]));
  for (const [key, own] of byKey) {
    const window = left.get(key);
    if (window) window.points -= sumPoints(own);
  }
  // What was counted together is told apart in the order of asking.
  return takings.map(({ key, points, requests }) => {
    const window = left.get(key);
    if (!window) throw new Error(`${key} was not counted.`);
    window.points += points;
    return { isTaken: window.points <= requests, windowLeftMs: Math.max(0, window.leftMs) };
  });
}

function sumPoints(takings: readonly Taking[]): number {
  return takings.reduce((sum, { points }) => sum + points, 0);
}
