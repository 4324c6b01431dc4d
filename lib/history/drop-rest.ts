import { type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { countAttempts, countDeliveries } from "./count-deliveries.ts";
import { firstKeptDay, type History, histories, lowestKey } from "./days.ts";
import { inBatches } from "./in-batches.ts";

/**
 * Deletes what is over of the rows that lie in no day: they were older than the oldest partition when they came, or their
 * ids do not begin with a time. Each is counted as it goes; what a delivery that waits needs stays.
 * @returns how many rows went
 */
export async function dropRest(now = Date.now()): Promise<number> {
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
