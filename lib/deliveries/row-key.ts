/** Where a delivery or an attempt and its event lie. */
export type RowKey = { id: string; eventAt: string };

export type Span = NonNullable<ReturnType<typeof spanOf>>;

/** The bounds of some rows, as constants of a statement: partitions outside are not even planned. Null = no rows. */
export function spanOf(keys: readonly RowKey[]) {
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

/** Ids begin with the time in which they were made, in milliseconds. */
export function timeOf(id: string): number {
  const ms = Number.parseInt(id.slice(4, 16), 16);
  return Number.isNaN(ms) ? Date.now() : ms;
}
