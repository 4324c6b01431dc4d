import { scaleQuantize } from "d3-scale";
import { intlLocale, type Locale } from "#lib/words/locale.ts";

/** A value of an hour of a day of the week; of hours that are not given, nothing is known. */
export interface HourValue {
  /** 1 = Monday to 7 = Sunday, as ISO 8601 counts. */
  weekday: number;
  /** 0 to 23, by the clock of the zone that the page names. */
  hour: number;
  value: number;
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export const hours: readonly number[] = Array.from({ length: 24 }, (_, hour) => hour);

/** Shades from little to much, of one colour. */
export const shades = ["0.2", "0.4", "0.6", "0.8", "1"] as const;

/** The values by weekday and hour. Of an hour that is given twice, the last counts. */
export function gridOf(values: readonly HourValue[]): (weekday: number, hour: number) => number | null {
  const byPlace = new Map(values.map(({ weekday, hour, value }) => [weekday * 24 + hour, value]));
  return (weekday, hour) => byPlace.get(weekday * 24 + hour) ?? null;
}

/** The shade of a value: even steps from nothing to the highest. */
export function shadeOf(values: readonly HourValue[]): (value: number) => (typeof shades)[number] {
  const highest = Math.max(1, ...values.map(({ value }) => value));
  return scaleQuantize<(typeof shades)[number]>().domain([0, highest]).range(shades);
}

/** The hour with the highest value above nothing; the earliest of equals; null = there is none. */
export function busiestOf(values: readonly HourValue[]): HourValue | null {
  return values.reduce<HourValue | null>((best, one) => (one.value > (best?.value ?? 0) ? one : best), null);
}

/** "Friday", "Fri". */
export function weekdayName(weekday: number, locale: Locale, width: "long" | "short"): string {
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(intlLocale(locale), { weekday: width, timeZone: "UTC" }).format(day);
}

/** "19:00–20:00". */
export function hourName(hour: number): string {
  return `${twoDigits(hour)}:00–${twoDigits((hour + 1) % 24)}:00`;
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, "0");
}
