import { and, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { toDay } from "#lib/history/days.ts";
import { at, listSlices, type TimeSlice } from "#lib/history/list-days.ts";
import { type Looked, newestFirst, type Step } from "#lib/history/newest-first.ts";
import type { WordQuery } from "#lib/search/word-query.ts";
import { findFrequentWords } from "./frequent-words.ts";

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
    if (found.length >= count) break;
    const left = count - found.length;
    const asked = await chooseWords(tx, search, part, left);
    if (asked.length === 0) continue;
    const each = asked.map((slice) => sql`(${inSlice(search, slice, after)} LIMIT ${left})`);
    const rows = await tx.execute<{ accepted_at: string; id: string }>(
      sql`SELECT accepted_at::text, id FROM (${sql.join(each, sql` UNION ALL `)}) days LIMIT ${left}`,
    );
    found.push(...rows.map((row): EventKey => [row.accepted_at, row.id]));
  }
  return found;
}

/**
 * A slice, and what its index over words is asked; null = nothing, its rows are read one by one.
 * `isRare`: what the index finds is little, so it is put in order afterwards. The planner holds several words for
 * independent of each other, and would look for those that never stand together row by row.
 */
type AskedSlice = TimeSlice & { words: string | null; isRare: boolean };

/** So many events for each one that is wanted, and they are found sooner in order. */
const oftenEnough = 20;

/** Says what to ask each slice for, and leaves out those in which no event can fit. */
async function chooseWords(
  tx: Tx,
  { merchantId, query }: EventSearch,
  slices: readonly TimeSlice[],
  count: number,
): Promise<AskedSlice[]> {
  const days = slices.flatMap(({ from, hasWords }) => (hasWords && from !== null ? [toDay(from)] : []));
  const frequent = await findFrequentWords(tx, merchantId, query, days);
  return slices.flatMap((slice): AskedSlice[] => {
    if (!slice.hasWords || query.isEmpty) return [{ ...slice, words: null, isRare: false }];
    const known = slice.from === null ? undefined : frequent.get(toDay(slice.from));
    const words = known ? query.without(known.words, known.meetings) : query.toString();
    const isRare = !query.isSingle && (known?.meetings ?? 0) < count * oftenEnough;
    return words === null ? [] : [{ ...slice, words, isRare }];
  });
}

function inSlice(search: EventSearch, slice: AskedSlice, after: EventKey | null): SQL {
  const { merchantId, fits } = search;
  return sql`SELECT accepted_at, id FROM (SELECT * FROM events WHERE ${and(
    sql`merchant_id = ${merchantId}`,
    isInSlice(slice),
    // Only the newest of them holds the row that one begins behind.
    after && slice.to >= Date.parse(after[0]) ? isBehind(after) : undefined,
    slice.words === null ? undefined : hasWords(slice.words),
    fits && untold(fits),
  )} ${slice.isRare ? sql`OFFSET 0` : sql``}) events ORDER BY accepted_at DESC, id DESC`;
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
function hasWords(words: string): SQL {
  return sql`patchbay_search_words(${events.merchantId}, ${events.searchText},
    ${events.destinationIds} || ${events.type} || ${events.origin}) @@ ${words}::tsquery`;
}

function isBehind([acceptedAt, id]: EventKey): SQL {
  return sql`(accepted_at, id) < (${acceptedAt}::timestamptz, ${id})`;
}
