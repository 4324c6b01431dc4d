import { dayMs } from "./days.ts";

/** So many of the newest rows are looked through one by one, before an index over words is asked. */
export const looksThrough = 2_000;

export type Looked<Key> = {
  found: Key[];
  /** How many rows were looked through, and the last of them. */
  scanned: number;
  last: Key | null;
};

export type Step<Key> = { from: number | null; after: Key | null; block: number | null; count: number };

/** Where looks end, in days: most pages are filled by the last few, and a plan over few partitions is cheap. */
const looksBack = [2, 16];

interface Search<Key> {
  count: number;
  /** Looks through up to `block` rows behind `after` no older than `from`, and gives those that fit; null = to the end. */
  look: (step: Step<Key>) => Promise<Looked<Key>>;
  /** Finds what fits by an index, behind `after`; null where `look` uses one that suits, and has no end then. */
  find: ((after: Key | null, count: number) => Promise<Key[]>) | null;
  from: number | null;
  /** In milliseconds, as `from`; it may lie ahead. */
  to: number;
}

/**
 * Reads a list's newest rows that fit. What fits often is found soon among the newest; what fits seldom, or nowhere, is
 * found by an index. Neither way alone is fast for both.
 */
export async function newestFirst<Key>({ count, look, find, from, to }: Search<Key>): Promise<Key[]> {
  const found: Key[] = [];
  let left = find === null ? null : looksThrough;
  let after: Key | null = null;
  const steps = looksBack
    .map((days) => Math.min(to, Date.now()) - days * dayMs)
    .filter((start) => from === null || start > from);
  for (const start of [...steps, from]) {
    const looked: Looked<Key> = await look({ from: start, after, block: left, count: count - found.length });
    found.push(...looked.found);
    if (found.length >= count) return found;
    after = looked.last ?? after;
    if (left !== null) left -= looked.scanned;
    if (left === 0) break;
  }
  if (find === null || left !== 0) return found;
  return [...found, ...(await find(after, count - found.length))];
}
