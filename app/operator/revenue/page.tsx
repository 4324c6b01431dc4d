import { Ranking } from "#components/charts/ranking.tsx";
import type { SearchParams } from "#components/listing/search-params.ts";
import { hrefWith } from "#components/listing/search-params.ts";
import { CohortTable } from "#components/operator/cohort-table.tsx";
import { MoneyCharts } from "#components/operator/money-charts.tsx";
import { MonthFigures } from "#components/operator/month-figures.tsx";
import { MonthTable } from "#components/operator/month-table.tsx";
import { NegativeBalances } from "#components/operator/negative-balances.tsx";
import { NoRevenue } from "#components/operator/no-revenue.tsx";
import { ScopeBar } from "#components/operator/scope-bar.tsx";
import { StandingCards } from "#components/operator/standing-cards.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireOperatorCtx } from "#lib/auth/require-operator.ts";
import { titled } from "#lib/auth/titled.ts";
import { listMerchants } from "#lib/operator/revenue/list-merchants.ts";
import { listNegativeBalances } from "#lib/operator/revenue/list-negative-balances.ts";
import { readCohorts } from "#lib/operator/revenue/read-cohorts.ts";
import { readRevenueMonths } from "#lib/operator/revenue/read-months.ts";
import { operatorPages as t } from "#lib/words/en/screens/operator-pages.ts";
import { readScope } from "../read-scope.ts";

export const generateMetadata = titled(() => ({ title: t("revenue_title") }));

const mostRanked = 10;

export default async function OperatorRevenuePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await requireOperatorCtx();
  const { scope, scopes } = await readScope(ctx, await searchParams);
  const header = (
    <PageHeader
      title={t("operator_revenue_page_title")}
      description={t("operator_revenue_page_description")}
    />
  );
  if (!scope) {
    return (
      <>
        {header}
        <NoRevenue />
      </>
    );
  }
  const asked = { ctx, input: scope };
  const [months, merchants, cohorts, balances] = await Promise.all([
    readRevenueMonths(asked),
    listMerchants(asked),
    readCohorts(asked),
    listNegativeBalances(asked),
  ]);
  const csv = (table: string) => hrefWith(`/operator/csv/${table}`, { ...scope });
  const { locale } = ctx;
  return (
    <>
      {header}
      <ScopeBar {...{ scope, scopes }} path="/operator/revenue" />
      <MonthFigures {...{ months, scope, locale }} />
      <MoneyCharts {...{ months, scope, locale }} csvHref={csv("months")} />
      <MonthTable {...{ months, scope, locale }} hasMerchants />
      <StandingCards counts={merchants.counts} scope={scope} />
      <Ranking
        title={t("operator_revenue_page_merchants_volume")}
        description={t("operator_revenue_page_mostranked_with_most_volume", { mostRanked })}
        csvHref={csv("merchants")}
        emptyText={t("operator_revenue_page_merchants_appear_here_once")}
        titles={{ item: t("operator_revenue_page_merchant"), value: t("operator_revenue_page_volume") }}
        unit={{ kind: "money", currency: scope.currency }}
        locale={locale}
        items={merchants.data.slice(0, mostRanked).map(({ id, name, recentVolume }) => ({
          key: id,
          title: name,
          value: recentVolume,
          href: hrefWith(`/operator/merchants/${id}`, { ...scope }),
        }))}
      />
      <NegativeBalances {...{ balances, scope, locale }} csvHref={csv("balances")} />
      <CohortTable {...{ cohorts, scope, locale }} csvHref={csv("cohorts")} />
    </>
  );
}
