import { Plus } from "lucide-react";
import { PillLinks } from "#components/listing/pill-links.tsx";
import type { SearchParams } from "#components/listing/search-params.ts";
import { AppIssues } from "#components/payments/app-issues.tsx";
import { EnvironmentSwitch } from "#components/payments/environment-switch.tsx";
import { PaymentsHeader } from "#components/payments/payments-header.tsx";
import {
  breakdowns,
  readReportFilters,
  reportDays,
  reportHref,
} from "#components/payments/report-filters.ts";
import { countDays, dayIn, daysText } from "#components/payments/report-period.ts";
import { AgreedLine } from "#components/payments/revenue/agreed-line.tsx";
import { zoneText } from "#components/payments/revenue/agreed-text.ts";
import { Headline } from "#components/payments/revenue/headline.tsx";
import { HoursChart } from "#components/payments/revenue/hours-chart.tsx";
import { NoRevenue } from "#components/payments/revenue/no-revenue.tsx";
import { PeriodBar } from "#components/payments/revenue/period-bar.tsx";
import { SoldRanking } from "#components/payments/revenue/sold-ranking.tsx";
import { Statement } from "#components/payments/revenue/statement.tsx";
import { TimeChart } from "#components/payments/revenue/time-chart.tsx";
import { usualUnit } from "#components/payments/revenue/time-label.ts";
import { SandboxNote } from "#components/payments/sandbox-note.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { AppError } from "#lib/errors.ts";
import { getRevenue } from "#lib/revenue/get-revenue.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { paymentsPages as t } from "#lib/words/en/screens/payments-pages.ts";
import { renderError } from "#lib/words/render-error.ts";
import { joinSentences } from "#lib/words/texts/join-sentences.ts";
import { refused } from "../../refused.ts";
import { buildCsvHref } from "../csv-href.ts";
import {
  chooseEnvironment,
  comparedText,
  listEnvironments,
  listPaymentApps,
  providersText,
  takingByLink,
} from "../payment-apps.ts";

export const generateMetadata = titled(() => ({ title: t("revenue_title") }));

const breakdownTitles = () =>
  ({
    product: t("breakdown_titles_products"),
    code: t("breakdown_titles_codes"),
    table: t("breakdown_titles_tables"),
    hour_of_day: t("breakdown_titles_hours"),
  }) as const satisfies Record<(typeof breakdowns)[number], string>;

export default async function RevenuePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [ctx, { merchant }, params] = await Promise.all([requireCtx(), requireSession(), searchParams]);
  const filters = readReportFilters(params);
  const apps = await listPaymentApps(ctx);
  const environment = chooseEnvironment(filters.environment, apps);
  const zone = merchant.timeZone;
  const now = new Date();
  const today = dayIn(zone, now);
  const days = reportDays(filters, zone, now);
  const unit = usualUnit(countDays(days.from, days.to ?? today));
  const asked = { environment, currency: filters.currency, ...days };
  const [overTime, broken] = await Promise.all([
    getRevenue({ ctx, input: { ...asked, by: unit } }).catch(refused),
    getRevenue({ ctx, input: { ...asked, by: filters.by, limit: 20 } }).catch(refused),
  ]);
  const isConnected = apps.some(({ status }) => status !== "disconnected");
  const canCharge = isAllowed(ctx, "payments:write") && takingByLink(apps).length > 0;
  const header = (
    <>
      <PaymentsHeader
        current="/payments"
        title={t("revenue_page_title")}
        description={t("revenue_page_description")}
        actions={
          canCharge && (
            <ButtonLink href="/payments/charges/new" variant="primary" icon={<Plus aria-hidden />}>
              {t("revenue_page_new_charge")}
            </ButtonLink>
          )
        }
      />
      <AppIssues apps={apps} />
      <EnvironmentSwitch
        environments={listEnvironments(apps)}
        selected={environment}
        buildHref={(one) => reportHref(filters, { environment: one, currency: undefined })}
      />
    </>
  );
  if (overTime instanceof AppError || broken instanceof AppError) {
    const refusal = overTime instanceof AppError ? overTime : broken;
    return (
      <>
        {header}
        <PeriodBar filters={filters} days={days} today={today} />
        <Notice tone="warning" title={t("revenue_page_this_period_cannot_shown")}>
          {refusal instanceof AppError && renderError(refusal, ctx.locale).message}
        </Notice>
      </>
    );
  }
  const { currency, currencies } = overTime;
  if (currency === null) {
    return (
      <>
        {header}
        <NoRevenue
          isConnected={isConnected}
          canConnect={isAllowed(ctx, "integrations:write")}
          canCharge={canCharge}
        />
      </>
    );
  }
  const providers = providersText(apps, environment);
  const compared = comparedText(apps, environment);
  const zoneName = t("revenue_page_days_hours_zonetext", { zoneText: zoneText(zone, now) });
  const spanText = ({ from, to }: { from: string; to: string }) =>
    daysText(dayIn(zone, new Date(from)), dayIn(zone, new Date(Date.parse(to) - 1)));
  const file = { environment, currency, from: days.from, to: days.to };
  const breakdown = {
    revenue: broken,
    currency,
    csvHref: buildCsvHref("revenue", { ...file, by: filters.by }),
    locale: ctx.locale,
  };
  return (
    <>
      {header}
      <SandboxNote environment={environment} />
      <div className="grid min-w-0 gap-3">
        <PeriodBar filters={filters} days={days} today={today} />
        {currencies.length > 1 && (
          <PillLinks
            label={common("currency")}
            pills={currencies.map((one) => ({
              id: one,
              label: one,
              href: reportHref(filters, { currency: one }),
            }))}
            selected={currency}
          />
        )}
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
          <p className="text-muted">
            <span className="font-medium text-ink">
              {t("revenue_page_period", { days: spanText(overTime.period), part: overTime.part ?? "whole" })}
            </span>{" "}
            {joinSentences(zoneName, t("revenue_page_compared", { days: spanText(overTime.before.period) }))}
          </p>
          {compared !== null && (
            <AgreedLine agreedUntil={overTime.agreedUntil} providers={compared} zone={zone} now={now} />
          )}
        </div>
      </div>
      <Headline revenue={overTime} currency={currency} locale={ctx.locale} />
      <TimeChart
        revenue={overTime}
        unit={unit}
        filters={{ ...filters, environment: filters.environment, currency }}
        currency={currency}
        csvHref={buildCsvHref("revenue", { ...file, by: unit })}
        zoneName={zoneName}
        locale={ctx.locale}
      />
      <Statement
        revenue={overTime}
        currency={currency}
        locale={ctx.locale}
        providers={providers}
        days={{ now: spanText(overTime.period), before: spanText(overTime.before.period) }}
      />
      <section aria-label={t("revenue_page_broken_down")} className="grid min-w-0 gap-3">
        <PillLinks
          label={t("revenue_page_label")}
          pills={breakdowns.map((one) => ({
            id: one,
            label: breakdownTitles()[one],
            href: reportHref(filters, { by: one }),
          }))}
          selected={filters.by}
        />
        {filters.by === "hour_of_day" ? (
          <HoursChart {...breakdown} zoneName={zoneName} />
        ) : (
          <SoldRanking {...breakdown} by={filters.by} />
        )}
      </section>
    </>
  );
}
