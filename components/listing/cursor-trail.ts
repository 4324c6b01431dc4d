/** Longest trail that an address carries: a hundred pages of cursors stay well under the 16 KiB of a request line. */
const longestTrail = 100;

/**
 * The cursors of the pages walked through to reach this one, the current page's last; empty on the first page.
 * A `cursor` in the address holds all of them, so that "Newer" shows exactly the page one came from.
 */
export type CursorTrail = readonly string[];

/** Reads a trail from the address. What is not a trail is the first page. */
export function readTrail(param: string | undefined): CursorTrail {
  if (!param || !/^[A-Za-z0-9_-]{1,1000}(\.[A-Za-z0-9_-]{1,1000})*$/.test(param)) return [];
  return param.split(".").slice(-longestTrail);
}

/** The `cursor` of the next older page; undefined where there is none. */
export function olderParam(trail: CursorTrail, nextCursor: string | null): string | undefined {
  return nextCursor === null ? undefined : [...trail, nextCursor].slice(-longestTrail).join(".");
}

/** The `cursor` of the page one came from; undefined where that is the first page. */
export function newerParam(trail: CursorTrail): string | undefined {
  return trail.length > 1 ? trail.slice(0, -1).join(".") : undefined;
}
