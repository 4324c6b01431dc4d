import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { dayMs } from "#lib/history/days.ts";
import { at } from "#lib/history/list-days.ts";
import { localTime, startOfDay, type Zone } from "./zone.ts";

const quarterMs = 15 * 60 * 1_000;
const daysWithoutStart = 29;

/** From a moment to before another, both at whole quarters of an hour of UTC. */
export type Period = { from: Date; to: Date };

type Asked = { from?: string | undefined; to?: string | undefined };

/**
 * The period that is meant: days are the merchant's, whole, the last one included; moments count with the quarter of an
 * hour in which they lie, so that a period is made of what roll-ups have.
 * @throws {AppError} 422 where it ends before it begins, or is longer than may be
 */
export async function readPeriod(
  tx: Tx,
  asked: Asked,
  { zone, now, longestDays }: { zone: Zone; now: Date; longestDays: number },
): Promise<Period> {
  const end = asked.to === undefined ? sql`${at(quarterAfter(now))}` : getExpiry(asked.to, zone);
  const start = asked.from === undefined ? monthBefore(end, zone) : startOfPeriod(asked.from, zone);
  const [row] = await tx.execute<{ from: number; to: number }>(sql`
    SELECT (extract(epoch FROM ${start}) * 1000)::float8 AS from, (extract(epoch FROM ${end}) * 1000)::float8 AS to`);
  const period = { from: new Date(row?.from ?? Number.NaN), to: new Date(row?.to ?? Number.NaN) };
  if (period.from >= period.to) {
    throw invalidInput([
      { path: asked.to === undefined ? "from" : "to", message: say("field_period_order") },
    ]);
  }
  // A day more for changes of clocks, and for days that are counted whole at both ends.
  if (period.to.getTime() - period.from.getTime() > (longestDays + 2) * dayMs) {
    throw invalidInput([{ path: "from", message: say("field_period_too_long", { days: longestDays }) }]);
  }
  return period;
}

/** What days and moments that were asked for mean; null = that side was not asked for. */
export async function resolveMoments(tx: Tx, { from, to }: Asked, zone: Zone) {
  const ms = (moment: SQL | null) =>
    moment === null ? sql`NULL` : sql`(extract(epoch FROM ${moment}) * 1000)::float8`;
  const [row] = await tx.execute<{ from: number | null; to: number | null }>(sql`
    SELECT ${ms(from === undefined ? null : startOfPeriod(from, zone))} AS from,
      ${ms(to === undefined ? null : getExpiry(to, zone))} AS to`);
  const toMoment = (value: number | null | undefined) => (typeof value === "number" ? new Date(value) : null);
  return { from: toMoment(row?.from), to: toMoment(row?.to) };
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

function startOfPeriod(text: string, zone: Zone): SQL {
  if (isDay(text)) return startOfDay(sql`${text}::date`, zone);
  return at(Math.floor(Date.parse(text) / quarterMs) * quarterMs);
}

function getExpiry(text: string, zone: Zone): SQL {
  if (isDay(text)) return startOfDay(sql`${text}::date + 1`, zone);
  return at(quarterAfter(new Date(text)));
}

function monthBefore(end: SQL, zone: Zone): SQL {
  const lastDay = sql`${localTime(sql`(${end} - interval '1 millisecond')`, zone)}::date`;
  return startOfDay(sql`${lastDay} - ${daysWithoutStart}::int`, zone);
}

function quarterAfter(moment: Date): number {
  return Math.ceil(moment.getTime() / quarterMs) * quarterMs;
}

/**
 * As many local days before, of a period that is not over as much as has passed of it: what it is fair to compare with.
 */
export async function periodBefore(
  tx: Tx,
  { from, to }: Period,
  { zone, now }: { zone: Zone; now: Date },
): Promise<Period> {
  const passed = new Date(Math.max(from.getTime(), Math.min(to.getTime(), quarterAfter(now))));
  const [local, end] = [localTime(at(from.getTime()), zone), localTime(at(to.getTime()), zone)];
  const days = sql`ceil(extract(epoch FROM ${end} - ${local}) / 86400)::int`;
  const earlier = (moment: Date) =>
    sql`((${localTime(at(moment.getTime()), zone)} - ${days} * interval '1 day') AT TIME ZONE ${zone.inPostgres})`;
  const [row] = await tx.execute<{ from: number; to: number }>(sql`
    SELECT (extract(epoch FROM ${earlier(from)}) * 1000)::float8 AS from,
      (extract(epoch FROM least(${earlier(passed)}, ${at(from.getTime())})) * 1000)::float8 AS to`);
  return { from: new Date(row?.from ?? from), to: new Date(row?.to ?? from) };
}

export function within(column: SQL, { from, to }: Period): SQL {
  return sql`${column} >= ${at(from.getTime())} AND ${column} < ${at(to.getTime())}`;
}
