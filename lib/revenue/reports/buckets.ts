import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { at } from "#lib/history/list-days.ts";
import type { Period } from "../period.ts";
import type { TimeRow, TimeUnit } from "../schema.ts";
import { localTime, startOfDay, type Zone } from "../zone.ts";

/** A part of time as the merchant's clock has it: whole, also where the period has only some of it. */
export type Bucket = { key: string; from: Date; to: Date };

/** The hours, days, weeks or months that a period touches, in their order, without gaps. */
export async function listBuckets(tx: Tx, period: Period, unit: TimeUnit, zone: Zone): Promise<Bucket[]> {
  const rows = await tx.execute<{ local: string; at: number }>(
    unit === "hour" ? hours(period, zone) : days(period, unit, zone),
  );
  const starts = [...rows].map(({ local, at: ms }) => ({ local, from: new Date(ms) }));
  return starts.slice(0, -1).flatMap(({ local, from }, place) => {
    const to = starts[place + 1]?.from ?? period.to;
    // A day that a country left out has no time.
    return from < to ? [{ key: toKey(unit, local, from), from, to }] : [];
  });
}

/** One start more than there are buckets: where the last one ends. */
function days({ from, to }: Period, unit: Exclude<TimeUnit, "hour">, zone: Zone): SQL {
  const first = sql`date_trunc(${unit}, ${localTime(at(from.getTime()), zone)})`;
  const last = sql`date_trunc(${unit}, ${localTime(at(to.getTime() - 1), zone)})`;
  const step = sql`${`1 ${unit}`}::interval`;
  return sql`SELECT day::date::text AS local, (extract(epoch FROM ${startOfDay(sql`day::date`, zone)}) * 1000)::float8 AS at
    FROM generate_series(${first}, ${last} + ${step}, ${step}) day ORDER BY day`;
}

function hours({ from, to }: Period, { inPostgres }: Zone): SQL {
  const quarters = sql`generate_series(date_trunc('hour', ${at(from.getTime())}, ${inPostgres}),
    ${at(to.getTime())} + interval '1 hour', interval '15 minutes')`;
  return sql`SELECT to_char(start AT TIME ZONE ${inPostgres}, 'YYYY-MM-DD"T"HH24:MI') AS local,
      (extract(epoch FROM start) * 1000)::float8 AS at
    FROM (SELECT DISTINCT date_trunc('hour', quarter, ${inPostgres}) AS start FROM ${quarters} quarter) starts
    WHERE start < (SELECT min(date_trunc('hour', quarter, ${inPostgres})) FROM ${quarters} quarter
      WHERE date_trunc('hour', quarter, ${inPostgres}) >= ${at(to.getTime())}) + interval '1 second'
    ORDER BY start`;
}

function toKey(unit: TimeUnit, local: string, from: Date): string {
  if (unit === "month") return local.slice(0, 7);
  return unit === "hour" ? `${local}${parseOffset(local, from)}` : local;
}

/** When clocks go back an hour comes twice; the distance from UTC tells which is meant. */
function parseOffset(local: string, from: Date): string {
  const minutes = Math.round((Date.parse(`${local}Z`) - from.getTime()) / 60_000);
  const size = Math.abs(minutes);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A bucket as far as the period has it, and whether that is all of it. */
export function clip(bucket: Bucket, period: Period, now: Date): Period & { part: TimeRow["part"] } {
  const from = new Date(Math.max(bucket.from.getTime(), period.from.getTime()));
  const to = new Date(Math.min(bucket.to.getTime(), period.to.getTime()));
  const isCut = from > bucket.from || to < bucket.to;
  // What is cut off only because it has not come yet is under way.
  const isRunning = bucket.from <= now && now < bucket.to;
  if (isRunning && from.getTime() === bucket.from.getTime() && to >= now)
    return { from, to, part: "running" };
  return { from, to, part: isCut ? "cut" : isRunning ? "running" : null };
}
