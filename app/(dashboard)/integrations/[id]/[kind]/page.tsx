import { PackageSearch } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { EnvironmentBadge } from "#components/integrations/environment-badge.tsx";
import { integrationHref } from "#components/integrations/integration-state.ts";
import { RecordTable } from "#components/integrations/sync/record-table.tsx";
import { kindOfPath } from "#components/integrations/sync/sync-words.ts";
import { newerParam, olderParam, readTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { NothingMatches } from "#components/listing/nothing-matches.tsx";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { newId } from "#lib/ids.ts";
import { getIntegration } from "#lib/integrations/get-integration.ts";
import { listRecords } from "#lib/integrations/sync/list-records.ts";
import { integrationsPages as t } from "#lib/words/en/screens/integrations-pages.ts";

interface RecordsPageProps {
  params: Promise<{ id: string; kind: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: RecordsPageProps): Promise<Metadata> {
  return {
    title:
      kindOfPath((await params).kind) === "order"
        ? t("generate_metadata_title")
        : t("generate_metadata_products"),
  };
}

export default async function RecordsPage({ params, searchParams }: RecordsPageProps) {
  const { id, kind: path } = await params;
  const kind = kindOfPath(path);
  if (!kind) notFound();
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  const integration = await getIntegration({ ctx, input: { id } }).catch(missingIsNotFound);
  const query = await searchParams;
  const search = readParam(query, "q");
  const trail = readTrail(readParam(query, "cursor", 16_000));
  const here = `/integrations/${id}/${path}`;
  const page = await listRecords({ ctx, input: { id, kind, search, cursor: trail.at(-1) } }).catch(
    leadToFirstPage(here),
  );
  const isEmpty = page.data.length === 0;
  const older = olderParam(trail, page.nextCursor);
  const at = (cursor: string | undefined) => hrefWith(here, { q: search, cursor });
  return (
    <>
      <PageHeader
        back={{ href: integrationHref(integration), label: integration.providerName }}
        title={kind === "order" ? t("records_page_title") : t("records_page_products")}
        status={<EnvironmentBadge environment={integration.environment} />}
        description={t("records_page_description", { label: integration.account.label })}
      />
      {(!isEmpty || search !== undefined) && (
        <FilterBar searchLabel={t("records_page_search_name_number_id")} />
      )}
      <Card isFlush>
        {!isEmpty ? (
          <RecordTable kind={kind} records={page.data} zone={session.merchant.timeZone} />
        ) : search === undefined ? (
          <EmptyState
            icon={<PackageSearch aria-hidden />}
            title={t("records_page_nothing_has_been_copied")}
            description={t("records_page_press_sync_now_page", { providerName: integration.providerName })}
          />
        ) : (
          <NothingMatches title={t("records_page_no_match", { kind })} clearHref={here} />
        )}
      </Card>
      <Pagination
        newerHref={trail.length === 0 ? null : at(newerParam(trail))}
        olderHref={older === undefined ? null : at(older)}
      />
    </>
  );
}
