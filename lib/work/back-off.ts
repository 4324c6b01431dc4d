/** How long to wait after so many tries, from a schedule; null = it is used up. */
export function scheduledWait(waitsMs: readonly number[], tries: number): number | null {
  return waitsMs[tries - 1] ?? null;
}

/** A wait that doubles with each failure (counted from 1) up to the longest, in milliseconds. */
export function doublingWait(
  { firstMs, longestMs }: { firstMs: number; longestMs: number },
  failures: number,
): number {
  return Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1));
}
