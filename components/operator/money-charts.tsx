import { BarChart } from "#components/charts/bar-chart.tsx";
import { LineChart } from "#components/charts/line-chart.tsx";
import type { RevenueMonth, RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import type { Locale } from "#lib/words/locale.ts";
import { monthPeriods } from "./revenue-words.ts";

interface MoneyChartsProps {
  months: readonly RevenueMonth[];
  scope: RevenueScope;
  csvHref: string;
  locale: Locale;
}

/** Volume, fees and take rate, month by month. */
export function MoneyCharts({ months, scope, csvHref, locale }: MoneyChartsProps) {
  const unit = { kind: "money", currency: scope.currency } as const;
  const periods = monthPeriods(months, locale);
  const shared = { periods, csvHref, locale, periodTitle: "Month (UTC)" };
  const emptyText = "Months appear here once payments are booked.";
  return (
    <div className="grid min-w-0 gap-stack">
      <BarChart
        {...shared}
        {...{ unit, emptyText }}
        id="volume"
        title="Volume by month"
        description={`Payments in ${scope.currency}, before anything is taken or given back. Months are UTC.`}
        layout="side_by_side"
        series={[{ key: "volume", title: "Volume", values: months.map(({ volume }) => volume) }]}
      />
      <BarChart
        {...shared}
        {...{ unit, emptyText }}
        id="fees"
        title="Fees by month"
        description="Earned: what the platform took of payments. Given back: what of it went back with refunds. Lost: what disputes took from the platform's own balance."
        series={[
          { key: "earned", title: "Earned", values: months.map(({ feesEarned }) => feesEarned) },
          {
            key: "returned",
            title: "Given back",
            values: months.map(({ feesReturned }) => 0 - feesReturned),
          },
          { key: "lost", title: "Lost to disputes", values: months.map(({ lost }) => 0 - lost) },
        ]}
      />
      <LineChart
        {...shared}
        id="take-rate"
        title="Take rate by month"
        description="Fees earned less fees given back, as a share of the volume."
        emptyText="The take rate appears here once payments are booked."
        unit={{ kind: "share" }}
        series={[{ key: "rate", title: "Take rate", values: months.map(({ takeRate }) => takeRate) }]}
      />
    </div>
  );
}
