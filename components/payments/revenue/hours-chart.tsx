import { BarChart } from "#components/charts/bar-chart.tsx";
import type { Period } from "#components/charts/chart-data.ts";
import type { Revenue } from "#lib/revenue/schema.ts";
import { paymentsRevenue as t } from "#lib/words/en/screens/payments-revenue.ts";
import type { Locale } from "#lib/words/locale.ts";
import { pageBehind } from "../behind.ts";

interface HoursChartProps {
  revenue: Revenue;
  currency: string;
  csvHref: string;
  zoneName: string;
  locale: Locale;
}

/** At which hours of the day guests pay; each hour leads to its entries. */
export function HoursChart({ revenue, currency, csvHref, zoneName, locale }: HoursChartProps) {
  const { rows } = revenue;
  const periods = rows.map(({ key, behind }): Period => {
    const hour = Number(key);
    const href = pageBehind(behind.gross);
    return {
      key,
      label: t("hours_chart_clock_clock2", { clock: clock(hour), clock2: clock(hour + 1) }),
      shortLabel: clock(hour),
      ...(href === null ? {} : { href }),
    };
  });
  return (
    <BarChart
      id="revenue-by-hour"
      title={t("hours_chart_title")}
      description={t("hours_chart_description", { zoneName })}
      csvHref={csvHref}
      emptyText={t("hours_chart_there_was_no_payment")}
      periods={periods}
      series={[
        { key: "gross", title: t("hours_chart_gross"), values: rows.map(({ totals }) => totals.gross) },
      ]}
      unit={{ kind: "money", currency }}
      locale={locale}
      periodTitle={t("hours_chart_hour")}
    />
  );
}

function clock(hour: number): string {
  return `${String(hour % 24).padStart(2, "0")}:00`;
}
