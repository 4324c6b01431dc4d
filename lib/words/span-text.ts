import { listFormat, numberFormat } from "#lib/intl.ts";
import { defaultLocale, intlLocale, type Locale } from "./locale.ts";
import { screenText } from "./screen-text.ts";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
/** A span below so many seconds is told to a tenth, where it has one. */
const fractionsBelow = 10;
const units = [
  ["day", day],
  ["hour", hour],
  ["minute", minute],
  ["second", 1],
] as const;
type Unit = (typeof units)[number][0];

/**
 * A span of time as people say it, to the second: "20 minutes", "2 hours", "1 day, 12 hours". What is shorter than two
 * minutes and no whole minute is told in seconds: "90 seconds"; what is shorter than ten of them to a tenth: "0.7 seconds".
 */
export function spanText(seconds: number, locale: Locale = defaultLocale): string {
  const tenths = Math.max(0, Math.round(seconds * 10) / 10);
  // Time limits may be of half a second: "1 second" would not be true.
  if (tenths < fractionsBelow && !Number.isInteger(tenths)) return written(tenths, "second", locale);
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 2 * minute && whole % minute !== 0) return written(whole, "second", locale);
  let rest = whole;
  const parts = units.flatMap(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count === 0 ? [] : [written(count, unit, locale)];
  });
  if (parts.length === 0) return written(0, "second", locale);
  return listFormat(intlLocale(locale), { type: "unit", style: "long" }).format(parts);
}

/** How far the seconds, minutes and hours reach. */
const roughUnits: readonly (readonly [Unit, number, number])[] = [
  ["second", 1, 2 * minute],
  ["minute", minute, 2 * hour],
  ["hour", hour, 3 * day],
];

/** A span in one unit, where its length is all that matters: "about 35 minutes", "about 28 hours", "4 days". */
export function roughSpanText(seconds: number, locale: Locale = defaultLocale): string {
  const [unit, size] = roughUnits.find(([, , until]) => seconds < until) ?? ["day", day];
  const count = Math.round(seconds / size);
  const span = written(count, unit, locale);
  return count * size === seconds ? span : screenText("span_about", { span }, locale);
}

function written(count: number, unit: Unit, locale: Locale): string {
  return numberFormat(intlLocale(locale), { style: "unit", unit, unitDisplay: "long" }).format(count);
}
