import { BarChart } from "#components/charts/bar-chart.tsx";
import { LineChart } from "#components/charts/line-chart.tsx";
import type { RevenueMonth, RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { operator as t } from "#lib/words/en/screens/operator.ts";
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
  const shared = { periods, csvHref, locale, periodTitle: t("money_charts_month_utc") };
  const emptyText = t("money_charts_months_appear_here_once");
  return (
    <div className="grid min-w-0 gap-stack">
      <BarChart
        {...shared}
        {...{ unit, emptyText }}
        id="volume"
        title={t("money_charts_title")}
        description={t("money_charts_description", { currency: scope.currency })}
        layout="side_by_side"
        series={[
          { key: "volume", title: t("money_charts_volume"), values: months.map(({ volume }) => volume) },
        ]}
      />
      <BarChart
        {...shared}
        {...{ unit, emptyText }}
        id="fees"
        title={t("money_charts_fees_month")}
        description={t("money_charts_earned_what_platform_took")}
        series={[
          {
            key: "earned",
            title: t("money_charts_earned"),
            values: months.map(({ feesEarned }) => feesEarned),
          },
          {
            key: "returned",
            title: t("money_charts_given_back"),
            values: months.map(({ feesReturned }) => 0 - feesReturned),
          },
          { key: "lost", title: t("money_charts_lost_disputes"), values: months.map(({ lost }) => 0 - lost) },
        ]}
      />
      <LineChart
        {...shared}
        id="take-rate"
        title={t("money_charts_take_rate_month")}
        description={t("money_charts_fees_earned_less_fees")}
        emptyText={t("money_charts_take_rate_appears_here")}
        unit={{ kind: "share" }}
        series={[
          { key: "rate", title: t("money_charts_take_rate"), values: months.map(({ takeRate }) => takeRate) },
        ]}
      />
    </div>
  );
}
