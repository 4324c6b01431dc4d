import type { Locale } from "#lib/words/locale.ts";
import type { Period, Series, Unit } from "./chart-data.ts";
import { valueText } from "./value-text.ts";

interface Summarised {
  periods: readonly Period[];
  series: readonly Series[];
  unit: Unit;
  locale: Locale;
}

/** What a chart shows, for whoever does not see it: for each series its highest and its last value. */
export function chartSummary({ periods, series, unit, locale }: Summarised): string {
  return series
    .map(({ title, values }) => {
      const known = values.flatMap((value, index) => {
        const period = periods[index];
        return value === null || period === undefined ? [] : [{ value, period }];
      });
      const last = known.at(-1);
      const highest = known.reduce((best, one) => (best && best.value >= one.value ? best : one), known[0]);
      if (!last || !highest) return `${title}: no values.`;
      const told = `${valueText(last.value, unit, locale)} in ${periodName(last.period)}`;
      if (known.length === 1) return `${title}: ${told}.`;
      return `${title}: highest ${valueText(highest.value, unit, locale)} in ${periodName(highest.period)}, last ${told}.`;
    })
    .join(" ");
}

/** "October 2026", "November 2026 (so far)". */
export function periodName({ label, isPart }: Pick<Period, "label" | "isPart">): string {
  return isPart ? `${label} (part)` : label;
}
