import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { MoneyCharts } from "#components/operator/money-charts.tsx";
import { MonthTable } from "#components/operator/month-table.tsx";
import { NoRevenue } from "#components/operator/no-revenue.tsx";
import { PolicyTable } from "#components/operator/policy-table.tsx";
import { dayText } from "#components/operator/revenue-words.ts";
import { ScopeBar } from "#components/operator/scope-bar.tsx";
import { setPolicy } from "#components/operator/server-actions.ts";
import { SetPolicyForm } from "#components/operator/set-policy-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireOperatorCtx } from "#lib/auth/require-operator.ts";
import { titled } from "#lib/auth/titled.ts";
import { listFeePolicies } from "#lib/operator/fee-plan/list-fee-policies.ts";
import { readMerchantMonths } from "#lib/operator/revenue/read-months.ts";
import type { RevenueScope } from "#lib/operator/revenue/revenue-schema.ts";
import { operatorPages as t } from "#lib/words/en/screens/operator-pages.ts";
import { readScope } from "../../read-scope.ts";

export const generateMetadata = titled(() => ({ title: t("id_title") }));

interface MerchantPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

/** Where nothing was booked at all, a merchant is shown without money. */
const noMoney: RevenueScope = { environment: "live", currency: "USD" };

export default async function OperatorMerchantPage({ params, searchParams }: MerchantPageProps) {
  const ctx = await requireOperatorCtx();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const { scope, scopes } = await readScope(ctx, query);
  const [{ merchant, months }, policies] = await Promise.all([
    readMerchantMonths({ ctx, input: { ...(scope ?? noMoney), merchantId: id } }),
    listFeePolicies({ ctx, input: { merchantId: id } }),
  ]).catch(missingIsNotFound);
  const path = `/operator/merchants/${id}`;
  const { locale } = ctx;
  return (
    <>
      <PageHeader
        title={merchant.name}
        description={t("operator_merchant_page_description", {
          signedUpOn: dayText(merchant.signedUpOn, locale),
        })}
        back={{
          href: hrefWith("/operator/merchants", { ...scope }),
          label: t("operator_merchant_page_merchants"),
        }}
      />
      {scope ? (
        <>
          <ScopeBar {...{ scope, scopes, path }} />
          <MonthTable {...{ months, scope, locale }} hasMerchants={false} />
          <MoneyCharts
            {...{ months, scope, locale }}
            csvHref={hrefWith("/operator/csv/merchant-months", { ...scope, merchant: id })}
          />
        </>
      ) : (
        <NoRevenue />
      )}
      <Card
        title={t("operator_merchant_page_title")}
        description={t("operator_merchant_page_what_platform_takes_each")}
        isFlush
      >
        <PolicyTable policies={policies} locale={locale} />
      </Card>
      <Card title={t("operator_merchant_page_set_fee_policy")}>
        <SetPolicyForm
          action={setPolicy}
          merchantId={id}
          currencies={[...new Set(scopes.map(({ currency }) => currency))].sort()}
          initial={{
            currency: readParam(query, "for", 3) ?? "",
            share: readParam(query, "share", 10) ?? "3",
            minimum: readParam(query, "minimum", 20) ?? "",
          }}
        />
      </Card>
    </>
  );
}
