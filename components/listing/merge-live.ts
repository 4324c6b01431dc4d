export type LivePage<Item> = { data: readonly Item[]; nextCursor: string | null };

export type MergedPage<Item> = {
  shown: LivePage<Item>;
  /** Ids of rows that came in at the top now. */
  arrivedIds: readonly string[];
  /** New rows kept back while the reader is in the list. */
  waitingCount: number;
};

/**
 * What a list, newest first, shows after a poll. While it is held, because the reader points at it or has scrolled
 * into it, no row appears, leaves or moves: rows already there take their new state, and the new ones are counted.
 */
export function mergeLive<Item extends { id: string }>(input: {
  shown: LivePage<Item>;
  fresh: LivePage<Item>;
  isHeld: boolean;
}): MergedPage<Item> {
  const { shown, fresh } = input;
  const newIds = idsAbove(fresh.data, new Set(shown.data.map((item) => item.id)));
  if (!input.isHeld || shown.data.length === 0) return { shown: fresh, arrivedIds: newIds, waitingCount: 0 };
  const current = new Map(fresh.data.map((item) => [item.id, item]));
  const data = shown.data.map((item) => current.get(item.id) ?? item);
  return { shown: { data, nextCursor: shown.nextCursor }, arrivedIds: [], waitingCount: newIds.length };
}

/** Ids above the first known row. A row that only moved up from the next page stands below one and is not new. */
function idsAbove(rows: readonly { id: string }[], known: ReadonlySet<string>): string[] {
  const firstKnown = rows.findIndex((row) => known.has(row.id));
  return rows.slice(0, firstKnown === -1 ? rows.length : firstKnown).map((row) => row.id);
}
