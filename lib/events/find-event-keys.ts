import { and, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { at, listSlices, type TimeSlice } from "#lib/history/list-days.ts";
import { type Looked, newestFirst, type Step } from "#lib/history/newest-first.ts";
import type { WordQuery } from "#lib/search/word-query.ts";

/** Where an event lies: its moment as Postgres writes it, and its id. */
export type EventKey = [acceptedAt: string, id: string];

export interface EventSearch {
  merchantId: string;
  /** What an event must be, over `events`; undefined = any. */
  fits: SQL | undefined;
  /** The same as an index over words can tell, or more. */
  query: WordQuery;
  /** In milliseconds, the end excluded. */
  from: number | null;
  to: number;
}

const columns = sql`accepted_at, id, type, origin, occurred_at, search_text, reference, destination_ids`;
/** So many days are asked in the first statement that goes by the index, and the rest in another. */
const firstDays = 8;

/** Finds a merchant's newest events that fit, behind one of them. */
export async function findEventKeys(
  tx: Tx,
  search: EventSearch,
  after: EventKey | null,
  count: number,
): Promise<EventKey[]> {
  const to = after ? Math.min(search.to, Date.parse(after[0]) + 1) : search.to;
  return newestFirst<EventKey>({
    count,
    look: (step) => look(tx, { ...search, to }, { ...step, after: step.after ?? after }),
    find: search.fits ? (last, wanted) => findByWords(tx, { ...search, to }, last ?? after, wanted) : null,
    from: search.from,
    to,
  });
}

async function look(tx: Tx, search: EventSearch, step: Step<EventKey>): Promise<Looked<EventKey>> {
  const { merchantId, fits, to } = search;
  const block = fits === undefined ? step.count : step.block;
  const [row] = await tx.execute<{ found: EventKey[] | null; scanned: number; last: EventKey | null }>(sql`
    WITH latest AS MATERIALIZED (
      SELECT ${columns} FROM events WHERE ${and(
        sql`merchant_id = ${merchantId} AND accepted_at < ${at(to)}`,
        step.from === null ? undefined : sql`accepted_at >= ${at(step.from)}`,
        step.after ? isBehind(step.after) : undefined,
      )}
      ORDER BY accepted_at DESC, id DESC ${block === null ? sql`` : sql`LIMIT ${block}`}
    )
    SELECT (SELECT json_agg(json_build_array(accepted_at::text, id)) FROM (
        SELECT accepted_at, id FROM latest events WHERE ${fits ?? sql`true`}
        ORDER BY accepted_at DESC, id DESC LIMIT ${step.count}) fitting) AS found,
      (SELECT count(*)::int FROM latest) AS scanned,
      (SELECT json_build_array(accepted_at::text, id) FROM latest ORDER BY accepted_at, id LIMIT 1) AS last`);
  return { found: row?.found ?? [], scanned: row?.scanned ?? 0, last: row?.last ?? null };
}

/** A day at a time, the newest first, in as few statements as pay: each day's part is planned for its partition alone. */
export async function findByWords(
  tx: Tx,
  search: EventSearch,
  after: EventKey | null,
  count: number,
): Promise<EventKey[]> {
  const to = after ? Math.min(search.to, Date.parse(after[0]) + 1) : search.to;
  const slices = await listSlices(tx, { from: search.from, to });
  const found: EventKey[] = [];
  for (const part of [slices.slice(0, firstDays), slices.slice(firstDays)]) {
    if (part.length === 0 || found.length >= count) break;
    const left = count - found.length;
    const each = part.map((slice) => sql`(${inSlice(search, slice, after)} LIMIT ${left})`);
    const rows = await tx.execute<{ accepted_at: string; id: string }>(
      sql`SELECT accepted_at::text, id FROM (${sql.join(each, sql` UNION ALL `)}) days LIMIT ${left}`,
    );
    found.push(...rows.map((row): EventKey => [row.accepted_at, row.id]));
  }
  return found;
}

function inSlice(search: EventSearch, slice: TimeSlice, after: EventKey | null): SQL {
  const { merchantId, fits } = search;
  return sql`SELECT accepted_at, id FROM events WHERE ${and(
    sql`merchant_id = ${merchantId}`,
    isInSlice(slice),
    // Only the newest of them holds the row that one begins behind.
    after && slice.to >= Date.parse(after[0]) ? isBehind(after) : undefined,
    slice.hasWords && !search.query.isEmpty ? hasWords(search.query) : undefined,
    fits && untold(fits),
  )} ORDER BY accepted_at DESC, id DESC`;
}

/**
 * A condition that the planner looks at no further: no index serves it, and to reckon how many rows each of its patterns
 * fits takes, for each day, as long as to find none.
 */
function untold(condition: SQL): SQL {
  return sql`CASE WHEN ${condition} THEN true ELSE false END`;
}

function isInSlice({ from, to }: TimeSlice): SQL {
  const isBefore = sql`${events.acceptedAt} < ${at(to)}`;
  return from === null ? isBefore : sql`${events.acceptedAt} >= ${at(from)} AND ${isBefore}`;
}

/** As the index of a past day is declared. */
export function hasWords(query: WordQuery): SQL {
  return sql`patchbay_search_words(${events.merchantId}, ${events.searchText},
    ${events.destinationIds} || ${events.type} || ${events.origin}) @@ ${query.toString()}::tsquery`;
}

function isBehind([acceptedAt, id]: EventKey): SQL {
  return sql`(accepted_at, id) < (${acceptedAt}::timestamptz, ${id})`;
}
