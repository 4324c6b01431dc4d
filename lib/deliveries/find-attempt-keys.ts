import { and, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { attempts } from "#db/schema/deliveries.ts";
import { events } from "#db/schema/events.ts";
import { findByReference } from "#lib/events/find-by-reference.ts";
import { type EventKey, findByWords } from "#lib/events/find-event-keys.ts";
import { matchesSearch } from "#lib/events/matches-search.ts";
import { idAt } from "#lib/history/days.ts";
import { type Looked, newestFirst, type Step } from "#lib/history/newest-first.ts";
import type { Wanted } from "#lib/search/list-by-search.ts";
import { distinctiveWords, WordQuery } from "#lib/search/word-query.ts";
import { idsBetween } from "./delivery-search.ts";
import { type RowKey, readIdTime } from "./row-key.ts";
import type { ListWebhookLogsInput } from "./schema.ts";

const hourMs = 60 * 60 * 1_000;
/** Of so many events at most the attempts are put in order; what is more frequent is found among the newest. */
const maxEvents = 3_000;

export interface AttemptSearch {
  merchantId: string;
  destinationId: string;
  eventType: string | undefined;
  onlyFailed: boolean;
  fits: SQL | undefined;
  eventFits: SQL | undefined;
  /** Null = an index over events' words is of no use. */
  query: WordQuery | null;
  from: number | null;
  to: number;
}

export function createAttemptSearch(
  merchantId: string,
  filter: ListWebhookLogsInput,
  wanted: Wanted,
): AttemptSearch {
  const words = wanted.kind === "words" ? distinctiveWords(wanted.search) : [];
  const query = new WordQuery(merchantId);
  query.addMark(filter.id);
  if (filter.eventType) query.addMark(filter.eventType);
  for (const word of words) query.addWord(word);
  return {
    merchantId,
    destinationId: filter.id,
    eventType: filter.eventType,
    onlyFailed: filter.status === "failed",
    fits: and(
      filter.status === "delivered" ? eq(attempts.outcome, "delivered") : undefined,
      filter.status === "failed" ? ne(attempts.outcome, "delivered") : undefined,
      filter.eventType ? eq(attempts.eventType, filter.eventType) : undefined,
      filter.from ? sql`${attempts.startedAt} >= ${filter.from}::timestamptz` : undefined,
      filter.to ? sql`${attempts.startedAt} <= ${filter.to}::timestamptz` : undefined,
    ),
    eventFits: wanted.kind === "words" ? matchesSearch(wanted) : undefined,
    query: words.length > 0 || filter.eventType ? query : null,
    // An id is made when the attempt ends.
    from: filter.from ? Date.parse(filter.from) - hourMs : null,
    to: filter.to ? Date.parse(filter.to) + hourMs : Date.now() + hourMs,
  };
}

/** Finds the newest attempts at a destination that fit, behind one of them. */
export async function findAttemptKeys(
  tx: Tx,
  search: AttemptSearch,
  wanted: Wanted,
  after: string | null,
  count: number,
): Promise<RowKey[]> {
  const to = Math.min(search.to, after === null ? search.to : readIdTime(after) + 1);
  const bounded = { ...search, to };
  if (wanted.kind === "words" && wanted.part === "exact") {
    const named = await findByReference(tx, createEventSearch(bounded), wanted.search, null, maxEvents);
    return ofEvents(tx, bounded, named, after, count);
  }
  const { query } = search;
  return newestFirst<RowKey>({
    count,
    look: (step) => look(tx, bounded, step, step.after?.id ?? after),
    find: query && ((last, left) => findOfWords(tx, bounded, last?.id ?? after, left)),
    from: search.from,
    to,
  });
}

async function look(
  tx: Tx,
  search: AttemptSearch,
  step: Step<RowKey>,
  after: string | null,
): Promise<Looked<RowKey>> {
  const { merchantId, destinationId, fits, eventFits, to } = search;
  const key = (table: SQL) => sql`json_build_object('id', ${table}.id, 'eventAt', ${table}.event_at::text)`;
  const [row] = await tx.execute<{ found: RowKey[] | null; scanned: number; last: RowKey | null }>(sql`
    WITH latest AS MATERIALIZED (
      SELECT id, merchant_id, event_id, event_at, event_type, outcome, started_at FROM attempts WHERE ${and(
        sql`destination_id = ${destinationId} AND merchant_id = ${merchantId}`,
        idsBetween(sql`id`, "att", step.from, to),
        after === null ? undefined : sql`id < ${after}`,
        search.onlyFailed ? sql`outcome <> 'delivered'` : undefined,
      )}
      ORDER BY id DESC ${step.block === null ? sql`` : sql`LIMIT ${step.block}`}
    )
    SELECT (SELECT json_agg(${key(sql`fitting`)}) FROM (
        SELECT attempts.id, attempts.event_at FROM latest attempts ${eventFits ? joinEvents : sql``}
        WHERE ${and(fits, eventFits) ?? sql`true`} ORDER BY attempts.id DESC LIMIT ${step.count}) fitting) AS found,
      (SELECT count(*)::int FROM latest) AS scanned,
      (SELECT ${key(sql`oldest`)} FROM (SELECT id, event_at FROM latest ORDER BY id LIMIT 1) oldest) AS last`);
  return { found: row?.found ?? [], scanned: row?.scanned ?? 0, last: row?.last ?? null };
}

/** By its key, one at a time: a join over all partitions might be planned as a read of them all. */
const joinEvents = sql`CROSS JOIN LATERAL (SELECT * FROM events WHERE events.merchant_id = attempts.merchant_id
  AND events.accepted_at = attempts.event_at AND events.id = attempts.event_id OFFSET 0) events`;

/** What the index over words finds of a webhook is seldom much; if it is, its attempts lie close together. */
async function findOfWords(
  tx: Tx,
  search: AttemptSearch,
  after: string | null,
  count: number,
): Promise<RowKey[]> {
  const found = await findByWords(tx, createEventSearch(search), null, maxEvents + 1);
  if (found.length <= maxEvents) return ofEvents(tx, search, found, after, count);
  return (await look(tx, search, { from: search.from, after: null, block: null, count }, after)).found;
}

/** Attempts come after their event, so those before the end of the period are enough; tries go on for weeks. */
function createEventSearch({ merchantId, destinationId, eventType, query, eventFits, to }: AttemptSearch) {
  // Days without an index are told by the condition alone.
  const fits = and(
    sql`${destinationId} = ANY (${events.destinationIds})`,
    eventType === undefined ? undefined : eq(events.type, eventType),
    eventFits,
  );
  return { merchantId, query: query ?? new WordQuery(merchantId), fits, from: null, to };
}

/** The attempts of a few events: each delivery's lie between its beginning and its last attempt. */
async function ofEvents(
  tx: Tx,
  search: AttemptSearch,
  found: readonly EventKey[],
  after: string | null,
  count: number,
): Promise<RowKey[]> {
  const { merchantId, destinationId, fits, from, to } = search;
  if (found.length === 0) return [];
  const keys = found.map(([acceptedAt, id]) => ({
    id,
    low: idAt("dlv", Date.parse(acceptedAt) - hourMs),
    high: idAt("dlv", Date.parse(acceptedAt) + hourMs),
  }));
  const rows = await tx.execute<RowKey>(sql`
    SELECT attempts.id, attempts.event_at::text AS "eventAt"
    FROM json_to_recordset(${JSON.stringify(keys)}::json) AS key(id text, low text, high text)
    CROSS JOIN LATERAL (
      SELECT id, 'att_' || substr(id, 5, 12) AS low,
        'att_' || lpad(to_hex((extract(epoch FROM CASE WHEN status = 'pending' THEN now()
          ELSE greatest(last_attempt_at, completed_at, created_at) END + interval '1 hour') * 1000)::bigint), 12, '0') AS high
      FROM deliveries WHERE merchant_id = ${merchantId} AND event_id = key.id AND destination_id = ${destinationId}
        AND deliveries.id >= key.low AND deliveries.id < key.high OFFSET 0
    ) made
    CROSS JOIN LATERAL (
      SELECT * FROM attempts tried WHERE tried.delivery_id = made.id AND tried.merchant_id = ${merchantId}
        AND tried.id >= made.low AND tried.id < made.high OFFSET 0
    ) attempts
    WHERE ${and(idsBetween(sql`attempts.id`, "att", from, to), after === null ? undefined : sql`attempts.id < ${after}`, fits)}
    ORDER BY attempts.id DESC LIMIT ${count}`);
  return [...rows];
}
