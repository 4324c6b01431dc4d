import { type SQL, sql } from "drizzle-orm";
import { env } from "#lib/env.ts";

export const dayMs = 24 * 60 * 60 * 1_000;

/** The tables with a partition a day of UTC; `key` says which day a row is of: a moment, or an id that begins with one. */
export const histories = [
  { name: "event_payloads", key: "accepted_at", prefix: null, kind: "payload" },
  { name: "attempt_exchanges", key: "attempt_id", prefix: "att", kind: "payload" },
  { name: "delivery_step_payloads", key: "delivery_id", prefix: "dlv", kind: "payload" },
  { name: "attempts", key: "id", prefix: "att", kind: "delivery" },
  { name: "delivery_steps", key: "delivery_id", prefix: "dlv", kind: "delivery" },
  { name: "deliveries", key: "id", prefix: "dlv", kind: "delivery" },
  // Last: a list joins what an event is with what became of it.
  { name: "events", key: "accepted_at", prefix: null, kind: "delivery" },
] as const;

export type History = (typeof histories)[number];

/** A day such as `2026-10-02`, in UTC. */
export type Day = string;

export function toDay(at: number): Day {
  return new Date(at).toISOString().slice(0, 10);
}

/** The first day that is kept: each row of it, and of those after it, is younger than the retention of its kind. */
export function firstKeptDay(kind: History["kind"], now: number): Day {
  const { HISTORY_PAYLOAD_DAYS, HISTORY_DELIVERY_DAYS } = env();
  return toDay(now - (kind === "payload" ? HISTORY_PAYLOAD_DAYS : HISTORY_DELIVERY_DAYS) * dayMs);
}

/** Where a moment lies among ids of a kind: before all that were made at it, after all made before. */
export function idAt(prefix: "dlv" | "att" | "aud" | "cal" | "inb", at: number): string {
  return `${prefix}_${Math.max(0, Math.floor(at)).toString(16).padStart(12, "0")}`;
}

/**
 * The condition by which deliveries lie in the partitions of their days. In whole days: anything narrower (the least and
 * the greatest, or a list of them) the planner takes for one row, and holds all of them against all. As literals: a
 * statement that is planned once is planned for these days, and not for all that are kept.
 * @param column the id of a delivery
 */
export function isOnDaysOf(column: SQL, ids: readonly string[]): SQL {
  const sorted = [...ids].sort();
  const at = (id: string | undefined) => Number.parseInt(id?.slice(4, 16) ?? "0", 16);
  const [from, to] = dayBounds(at(sorted[0]), at(sorted.at(-1)));
  return sql`${column} >= ${sql.raw(`'${idAt("dlv", from)}'`)} AND ${column} < ${sql.raw(`'${idAt("dlv", to)}'`)}`;
}

/** The same for moments, in ms. */
export function isOnDaysBetween(column: SQL, first: number, last: number): SQL {
  const [from, to] = dayBounds(first, last).map((at) => sql.raw(`'${toDay(at)} 00:00:00+00'::timestamptz`));
  return sql`${column} >= ${from} AND ${column} < ${to}`;
}

function dayBounds(first: number, last: number): [from: number, to: number] {
  return [Math.floor(first / dayMs) * dayMs, (Math.floor(last / dayMs) + 1) * dayMs];
}

/** Where a day begins in the key of a history. */
export function lowestKey({ prefix }: History, day: Day): SQL {
  return prefix === null
    ? sql`${`${day} 00:00:00+00`}::timestamptz`
    : sql`${idAt(prefix, Date.parse(`${day}T00:00:00Z`))}`;
}
