/** `2026-10` of a moment, in UTC. */
export function toMonth(at: Date): string {
  return at.toISOString().slice(0, 7);
}

/** The first day of a month, `2026-10-01`. */
export function toFirstDay(month: string): string {
  return `${month}-01`;
}

/** So many months up to and with that of the moment, the oldest first. */
export function monthsUpTo(at: Date, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    toMonth(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - (count - 1 - index), 1))),
  );
}

/** The Monday of so many weeks before that of the moment, `2026-11-23`. */
export function mondayBefore(at: Date, weeks: number): string {
  const daysSinceMonday = (at.getUTCDay() + 6) % 7;
  const day = new Date(
    Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() - daysSinceMonday - 7 * weeks),
  );
  return day.toISOString().slice(0, 10);
}

/** The day so many days before that of the moment, `2026-11-23`; with less than none, after it. */
export function dayBefore(at: Date, days: number): string {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() - days))
    .toISOString()
    .slice(0, 10);
}
