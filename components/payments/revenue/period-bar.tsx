import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import { PillLinks } from "#components/listing/pill-links.tsx";
import { buttonStyles } from "#components/ui/button-styles.ts";
import { cn } from "#components/ui/cn.ts";
import { controlStyles } from "#components/ui/control-styles.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { paymentsRevenue as t } from "#lib/words/en/screens/payments-revenue.ts";
import { type ReportFilters, reportHref } from "../report-filters.ts";
import { type ReportDays, reportPeriods } from "../report-period.ts";

interface PeriodBarProps {
  filters: ReportFilters;
  /** The days that are shown, for the fields. */
  days: ReportDays;
  today: string;
}

/** Which days: usual periods as links, and two dates. A plain form, so that it works before any script. */
export function PeriodBar({ filters, days, today }: PeriodBarProps) {
  const { environment, currency, by } = filters;
  const kept = Object.fromEntries(
    Object.entries({ environment, currency, by: by === "product" ? undefined : by }).flatMap(
      ([name, value]) => (value === undefined ? [] : [[name, value]]),
    ),
  );
  return (
    <div className="flex min-w-0 flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <PillLinks
        label={common("period")}
        pills={reportPeriods().map(({ value, label }) => ({
          id: value,
          label,
          href: reportHref(filters, { period: value, days: undefined }),
        }))}
        selected={filters.days ? undefined : filters.period}
      />
      <form method="get" action="/payments" className="flex flex-wrap items-center gap-2 max-sm:w-full">
        <HiddenFields values={kept} />
        <DayInput name="from" label={t("period_bar_label")} value={days.from} max={today} />
        <span aria-hidden className="text-muted">
          –
        </span>
        <DayInput name="to" label={t("period_bar_last_day")} value={days.to ?? today} max={today} />
        <button type="submit" className={cn(buttonStyles(), "max-sm:w-full")}>
          {t("period_bar_show")}
        </button>
      </form>
    </div>
  );
}

function DayInput({ name, label, value, max }: { name: string; label: string; value: string; max: string }) {
  return (
    <input
      type="date"
      name={name}
      aria-label={label}
      defaultValue={value}
      max={max}
      required
      className={cn(controlStyles, "h-8.5 w-auto px-2.5 max-md:h-11 max-sm:flex-1")}
    />
  );
}
