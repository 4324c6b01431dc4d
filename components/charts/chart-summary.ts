import { charts as t } from "#lib/words/en/screens/charts.ts";
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
      if (!last || !highest) return t("chart_summary_title_no_values", { title });
      const told = t("chart_summary_valuetext_periodname", {
        valueText: valueText(last.value, unit, locale),
        periodName: periodName(last.period),
      });
      if (known.length === 1) return `${title}: ${told}.`;
      return t("chart_summary_title_highest_valuetext_periodname", {
        title,
        valueText: valueText(highest.value, unit, locale),
        periodName: periodName(highest.period),
        told,
      });
    })
    .join(" ");
}

/** "October 2026", "November 2026 (so far)". */
export function periodName({ label, isPart }: Pick<Period, "label" | "isPart">): string {
  return isPart ? t("period_name_label_part", { label }) : label;
}
