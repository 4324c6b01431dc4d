import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/** A part of the time of events: a partition, or what lies before or between them. In milliseconds; null = no bound. */
export type TimeSlice = { from: number | null; to: number; hasWords: boolean };

/**
 * Cuts the time up to a moment into slices, the newest first, each within one partition of `events`, so that a statement
 * on a slice reads that one alone.
 * @param span the time that is wanted
 */
export async function listSlices(tx: Tx, span: { from: number | null; to: number }): Promise<TimeSlice[]> {
  const rows = await tx.execute<{ at: number; hasWords: boolean }>(sql`
    SELECT (extract(epoch FROM to_date(right(relname, 8), 'YYYYMMDD')) * 1000)::float8 AS at,
      to_regclass(relname || '_words') IS NOT NULL AS "hasWords"
    FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
    WHERE inhparent = 'events'::regclass AND relname ~ '_\\d{8}$' ORDER BY relname DESC`);
  const slices: TimeSlice[] = [];
  let end = span.to;
  for (const { at, hasWords } of rows) {
    if (at >= end) continue;
    // A gap between partitions belongs to the day after it, which the words' index would not cover.
    const next = at + 24 * 60 * 60 * 1_000;
    if (next < end) slices.push({ from: next, to: end, hasWords: false });
    slices.push({ from: at, to: Math.min(end, next), hasWords });
    end = at;
  }
  slices.push({ from: null, to: end, hasWords: false });
  const { from } = span;
  if (from === null) return slices;
  return slices
    .filter((slice) => slice.to > from)
    .map((slice) => ({ ...slice, from: Math.max(from, slice.from ?? from) }));
}

/** A moment of milliseconds as a constant of a statement. */
export function at(ms: number): SQL {
  return sql`${new Date(ms).toISOString()}::timestamptz`;
}
