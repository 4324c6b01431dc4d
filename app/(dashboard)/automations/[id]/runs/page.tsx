import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { RunFilters, runStatusOptions } from "#components/automations/run-filters.tsx";
import { RunTable } from "#components/automations/run-table.tsx";
import { newerParam, olderParam, readTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { titled } from "#lib/auth/titled.ts";
import { getSummary } from "#lib/automations/summary/get-summary.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { newId } from "#lib/ids.ts";
import { automationsPages as t } from "#lib/words/en/screens/automations-pages.ts";

export const generateMetadata = titled(() => ({ title: t("runs_title") }));

interface RunsPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function RunsPage({ params, searchParams }: RunsPageProps) {
  const { id } = await params;
  const query = await searchParams;
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  const { summary } = await getSummary({ ctx, input: { id } }).catch(missingIsNotFound);
  const status = runStatusOptions().find(({ value }) => value === readParam(query, "status"))?.value;
  const trail = readTrail(readParam(query, "cursor", 16_000));
  const path = `/automations/${id}/runs`;
  const page = await listDeliveries({ ctx, input: { webhookId: id, status, cursor: trail.at(-1) } }).catch(
    leadToFirstPage(path),
  );
  const older = olderParam(trail, page.nextCursor);
  const at = (cursor: string | undefined) => hrefWith(path, { status, cursor });
  return (
    <>
      <PageHeader
        back={{ href: `/automations/${id}`, label: summary.name }}
        title={t("runs_page_title")}
        description={t("runs_page_description")}
      />
      <RunFilters path={path} selected={status} />
      <Card isFlush>
        {page.data.length > 0 ? (
          <RunTable runs={page.data} zone={session.merchant.timeZone} />
        ) : (
          <p className="p-card text-muted">
            {status ? t("runs_page_no_run_this_state") : t("runs_page_no_run_yet")}
          </p>
        )}
      </Card>
      <Pagination
        newerHref={trail.length === 0 ? null : at(newerParam(trail))}
        olderHref={older === undefined ? null : at(older)}
      />
    </>
  );
}
