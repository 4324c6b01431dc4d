import { and, between, type Column, eq, inArray, type SQL } from "drizzle-orm";
import type { attempts, deliveries } from "#db/schema/deliveries.ts";

/** Where a delivery or an attempt and its event lie. */
export type RowKey = { id: string; eventAt: string };

export type Span = NonNullable<ReturnType<typeof findSpan>>;

/** The bounds of some rows, as constants of a statement: partitions outside are not even planned. Null = no rows. */
export function findSpan(keys: readonly RowKey[]) {
  const ids = keys.map(({ id }) => id).sort();
  const moments = keys.map(({ eventAt }) => Date.parse(eventAt));
  const lowestId = ids[0];
  const highestId = ids.at(-1);
  if (lowestId === undefined || highestId === undefined) return null;
  return {
    ids,
    lowestId,
    highestId,
    // Moments differ by microseconds, which Date does not tell: a millisecond more on both sides.
    oldestEvent: new Date(Math.min(...moments) - 1).toISOString(),
    newestEvent: new Date(Math.max(...moments) + 1).toISOString(),
  };
}

type Place = { merchantId: Column; id: Column; acceptedAt: Column };

/** The condition of a join from a delivery or an attempt to its event, or to the event's payload. */
export function isEventOf(
  row: typeof deliveries | typeof attempts,
  place: Place,
  { oldestEvent, newestEvent }: Span,
): SQL | undefined {
  return and(
    eq(place.merchantId, row.merchantId),
    eq(place.id, row.eventId),
    eq(place.acceptedAt, row.eventAt),
    between(place.acceptedAt, oldestEvent, newestEvent),
  );
}

/** These deliveries or attempts of a merchant. */
export function areRows(
  row: typeof deliveries | typeof attempts,
  merchantId: string,
  span: Span,
): SQL | undefined {
  return and(
    eq(row.merchantId, merchantId),
    inArray(row.id, span.ids),
    between(row.id, span.lowestId, span.highestId),
  );
}

/** Ids begin with the time in which they were made, in milliseconds. */
export function readIdTime(id: string): number {
  const ms = Number.parseInt(id.slice(4, 16), 16);
  return Number.isNaN(ms) ? Date.now() : ms;
}
