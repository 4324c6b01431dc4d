import { NothingMatches } from "#components/listing/nothing-matches.tsx";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { MerchantFilters } from "#components/operator/merchant-filters.tsx";
import { MerchantTable } from "#components/operator/merchant-table.tsx";
import { NoRevenue } from "#components/operator/no-revenue.tsx";
import { NumberedPages } from "#components/operator/numbered-pages.tsx";
import { standingSentences, weeksSentence } from "#components/operator/revenue-words.ts";
import { ScopeBar } from "#components/operator/scope-bar.tsx";
import { Card } from "#components/ui/card.tsx";
import { CsvLink } from "#components/ui/csv-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireOperatorCtx } from "#lib/auth/require-operator.ts";
import { titled } from "#lib/auth/titled.ts";
import { listMerchants } from "#lib/operator/revenue/list-merchants.ts";
import { merchantsPerPage, standings } from "#lib/operator/revenue/revenue-schema.ts";
import { operatorPages as t } from "#lib/words/en/screens/operator-pages.ts";
import { readPage } from "../read-page.ts";
import { readScope } from "../read-scope.ts";

export const generateMetadata = titled(() => ({ title: t("merchants_title") }));

const path = "/operator/merchants";

export default async function OperatorMerchantsPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>;
}) {
  const ctx = await requireOperatorCtx();
  const params = await searchParams;
  const { scope, scopes } = await readScope(ctx, params);
  const header = (
    <PageHeader
      title={t("operator_merchants_page_title")}
      description={t("operator_merchants_page_description")}
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
  const standing = standings.find((one) => one === readParam(params, "standing"));
  const search = readParam(params, "q", 100);
  const page = await listMerchants({ ctx, input: { ...scope, standing, search, page: readPage(params) } });
  const kept = { ...scope, standing, q: search };
  return (
    <>
      {header}
      <ScopeBar {...{ scope, scopes, path }} kept={{ standing, q: search }} />
      <MerchantFilters scope={scope} counts={page.counts} />
      <p className="max-w-prose text-muted text-sm">
        {standing ? standingSentences()[standing] : t("operator_merchants_page_merchants_who_have_ever")}{" "}
        {weeksSentence()}
      </p>
      <Card
        isFlush
        title={t("operator_merchants_page_total_plural_one_1", { total: page.total })}
        actions={
          <CsvLink
            href={hrefWith("/operator/csv/merchants", kept)}
            label={t("operator_merchants_page_csv")}
          />
        }
      >
        {page.data.length === 0 ? (
          <NothingMatches
            title={t("operator_merchants_page_no_match")}
            clearHref={hrefWith(path, { ...scope })}
          />
        ) : (
          <MerchantTable merchants={page.data} scope={scope} locale={ctx.locale} />
        )}
      </Card>
      <NumberedPages page={page.page} total={page.total} perPage={merchantsPerPage} {...{ path, kept }} />
    </>
  );
}
