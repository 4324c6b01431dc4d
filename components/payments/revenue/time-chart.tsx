import { BarChart } from "#components/charts/bar-chart.tsx";
import type { Period, Series } from "#components/charts/chart-data.ts";
import type { Revenue, TimeUnit } from "#lib/revenue/schema.ts";
import { paymentsRevenue as t } from "#lib/words/en/screens/payments-revenue.ts";
import type { Locale } from "#lib/words/locale.ts";
import { type ReportFilters, reportHref } from "../report-filters.ts";
import { dayIn } from "../report-period.ts";
import { timeLabel } from "./time-label.ts";

interface TimeChartProps {
  revenue: Revenue;
  unit: TimeUnit;
  filters: ReportFilters;
  currency: string;
  csvHref: string;
  zoneName: string;
  locale: Locale;
}

const titles = () =>
  ({
    hour: { title: t("titles_hour_by_hour"), column: t("titles_hour") },
    day: { title: t("titles_day_by_day"), column: t("titles_day") },
    week: { title: t("titles_title"), column: t("titles_week") },
    month: { title: t("titles_month_by_month"), column: t("titles_month") },
  }) as const satisfies Record<TimeUnit, { title: string; column: string }>;

/** Gross and net over time. Each part of time leads to its own page of revenue, and an hour to its entries. */
export function TimeChart({ revenue, unit, filters, currency, csvHref, zoneName, locale }: TimeChartProps) {
  const { rows, timeZone } = revenue;
  const periods = rows.map((row): Period => {
    const href = rowHref({ from: row.from, to: row.to, timeZone, filters });
    return {
      key: row.key,
      ...timeLabel(unit, row.key),
      isPart: row.part !== null,
      ...(href ? { href } : {}),
    };
  });
  const series: Series[] = [
    { key: "gross", title: t("time_chart_gross"), values: rows.map(({ totals }) => totals.gross) },
    { key: "net", title: t("time_chart_net"), values: rows.map(({ totals }) => totals.net) },
  ];
  return (
    <BarChart
      id="revenue-over-time"
      title={titles()[unit].title}
      description={t("time_chart_description", { zoneName })}
      csvHref={csvHref}
      emptyText={t("time_chart_there_was_no_payment")}
      periods={periods}
      series={series}
      unit={{ kind: "money", currency }}
      locale={locale}
      periodTitle={titles()[unit].column}
      layout="side_by_side"
    />
  );
}

interface RowPlace {
  from: string | null;
  to: string | null;
  timeZone: string;
  filters: ReportFilters;
}

/** The page of revenue of the days of a row. */
function rowHref({ from, to, timeZone, filters }: RowPlace): string | null {
  if (from === null || to === null) return null;
  const last = new Date(Date.parse(to) - 1);
  const days = { from: dayIn(timeZone, new Date(from)), to: dayIn(timeZone, last) };
  return reportHref(filters, { days });
}
