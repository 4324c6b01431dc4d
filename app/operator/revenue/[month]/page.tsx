import { notFound } from "next/navigation";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { hrefWith, type SearchParams } from "#components/listing/search-params.ts";
import { MonthMerchantTable } from "#components/operator/month-merchant-table.tsx";
import { NumberedPages } from "#components/operator/numbered-pages.tsx";
import { monthText } from "#components/operator/revenue-words.ts";
import { ScopeBar } from "#components/operator/scope-bar.tsx";
import { Card } from "#components/ui/card.tsx";
import { CsvLink } from "#components/ui/csv-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireOperatorCtx } from "#lib/auth/require-operator.ts";
import { titled } from "#lib/auth/titled.ts";
import { listMonthMerchants } from "#lib/operator/revenue/list-month-merchants.ts";
import { merchantsPerPage } from "#lib/operator/revenue/revenue-schema.ts";
import { operatorPages as t } from "#lib/words/en/screens/operator-pages.ts";
import { readPage } from "../../read-page.ts";
import { readScope } from "../../read-scope.ts";

export const generateMetadata = titled(() => ({ title: t("month_title") }));

interface MonthPageProps {
  params: Promise<{ month: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function OperatorMonthPage({ params, searchParams }: MonthPageProps) {
  const ctx = await requireOperatorCtx();
  const [{ month }, query] = await Promise.all([params, searchParams]);
  const { scope, scopes } = await readScope(ctx, query);
  if (!scope) notFound();
  const input = { ...scope, month, page: readPage(query) };
  const found = await listMonthMerchants({ ctx, input }).catch(missingIsNotFound);
  const path = `/operator/revenue/${month}`;
  const kept = { ...scope };
  return (
    <>
      <PageHeader
        title={monthText(month, ctx.locale, "long")}
        description={t("operator_month_page_description")}
        back={{ href: hrefWith("/operator/revenue", kept), label: t("operator_month_page_revenue") }}
      />
      <ScopeBar {...{ scope, scopes, path }} />
      <Card
        title={t("operator_month_page_total_plural_one_1", { total: found.total })}
        actions={
          <CsvLink
            href={hrefWith("/operator/csv/month-merchants", { ...scope, month })}
            label={t("operator_month_page_csv")}
          />
        }
        isFlush={found.data.length > 0}
      >
        {found.data.length === 0 ? (
          <p className="text-muted">
            {t("operator_month_page_nothing_was_booked_currency", { currency: scope.currency })}
          </p>
        ) : (
          <MonthMerchantTable merchants={found.data} scope={scope} locale={ctx.locale} />
        )}
      </Card>
      <NumberedPages page={found.page} total={found.total} perPage={merchantsPerPage} {...{ path, kept }} />
    </>
  );
}
