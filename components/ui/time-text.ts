const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a span took, to three figures at most: "<1 ms", "184 ms", "1.24 s", "2 min 5 s", "27 h 35 min". */
export function durationText(ms: number): string {
  if (ms < 1) return ms <= 0 ? "0 ms" : "<1 ms";
  if (Math.round(ms) < SECOND_MS) return `${Math.round(ms)} ms`;
  if (ms < 9_995) return `${trimZeros((ms / SECOND_MS).toFixed(2))} s`;
  if (ms < 59_950) return `${trimZeros((ms / SECOND_MS).toFixed(1))} s`;
  const seconds = Math.round(ms / SECOND_MS);
  if (seconds < 3_600) return pair(Math.floor(seconds / 60), "min", seconds % 60, "s");
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 48 * 60) return pair(Math.floor(minutes / 60), "h", minutes % 60, "min");
  const hours = Math.round(ms / HOUR_MS);
  return pair(Math.floor(hours / 24), "d", hours % 24, "h");
}

/** Where a moment lies from now: "just now", "12 s ago", "in 5 min", "3 d ago"; a date beyond thirty days. */
export function relativeText(atMs: number, nowMs: number, zone: string): string {
  const awayMs = Math.abs(nowMs - atMs);
  if (awayMs < 5 * SECOND_MS) return "just now";
  if (awayMs >= 30 * DAY_MS) return dateText(atMs, zone);
  const span = largestUnit(awayMs);
  return atMs > nowMs ? `in ${span}` : `${span} ago`;
}

/** The moment in full, such as "Monday, 23 November 2026 at 16:05:12 GMT". `zone` is an IANA name. */
export function exactText(atMs: number, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "long", timeZone: zone }).format(
    atMs,
  );
}

/** The moment as a deadline, such as "10 December 2026 at 14:05". `zone` is an IANA name. */
export function deadlineText(atMs: number, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: zone }).format(
    atMs,
  );
}

function dateText(atMs: number, zone: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: zone }).format(atMs);
}

function largestUnit(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.floor(ms / SECOND_MS)} s`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS) return `${Math.floor(ms / HOUR_MS)} h`;
  return `${Math.floor(ms / DAY_MS)} d`;
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

function trimZeros(figures: string): string {
  return figures.replace(/\.?0+$/, "");
}
