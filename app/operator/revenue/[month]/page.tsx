import type { Metadata } from "next";
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
import { listMonthMerchants } from "#lib/operator/revenue/list-month-merchants.ts";
import { merchantsPerPage } from "#lib/operator/revenue/revenue-schema.ts";
import { readPage } from "../../read-page.ts";
import { readScope } from "../../read-scope.ts";

export const metadata: Metadata = { title: "Month" };

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
        description="The merchants behind the month's numbers, by volume. The month is UTC's."
        back={{ href: hrefWith("/operator/revenue", kept), label: "Revenue" }}
      />
      <ScopeBar {...{ scope, scopes, path }} />
      <Card
        title={found.total === 1 ? "1 merchant" : `${found.total.toLocaleString("en-GB")} merchants`}
        actions={
          <CsvLink
            href={hrefWith("/operator/csv/month-merchants", { ...scope, month })}
            what="these merchants"
          />
        }
        isFlush={found.data.length > 0}
      >
        {found.data.length === 0 ? (
          <p className="text-muted">Nothing was booked in {scope.currency} in this month.</p>
        ) : (
          <MonthMerchantTable merchants={found.data} scope={scope} locale={ctx.locale} />
        )}
      </Card>
      <NumberedPages page={found.page} total={found.total} perPage={merchantsPerPage} {...{ path, kept }} />
    </>
  );
}
