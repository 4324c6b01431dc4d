/** Nobody is made to wait longer than this, whatever they are told. */
export const longestRetryAfterMs = 24 * 60 * 60_000;

/**
 * How long an answer asks to wait: its `Retry-After`, in seconds or as a date in any of HTTP's three forms (RFC 9110
 * §10.2.3 and §5.6.7), at most `longestRetryAfterMs`.
 * @returns milliseconds, 0 for a date that has passed; undefined where it does not ask, or not in one of these forms
 */
export function retryAfterMs(header: string | null | undefined, now: Date = new Date()): number | undefined {
  const value = header?.trim();
  if (!value) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : httpDateMs(value) - now.getTime();
  return Number.isNaN(ms) ? undefined : boundedWaitMs(ms);
}

/** A wait that was told in another way, within the same bounds. */
export function boundedWaitMs(ms: number): number {
  return Math.min(Math.max(ms, 0), longestRetryAfterMs);
}

function httpDateMs(value: string): number {
  if (!/^[A-Z][a-z]{2,8},? .*\d/.test(value)) return Number.NaN;
  // The asctime form names no zone, and means GMT all the same.
  return Date.parse(/ GMT$/.test(value) ? value : `${value} GMT`);
}
