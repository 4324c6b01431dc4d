import { Plus } from "lucide-react";
import {
  AutomationFilters,
  automationStatusOptions,
} from "#components/automations/list/automation-filters.tsx";
import { AutomationTable } from "#components/automations/list/automation-table.tsx";
import { NoAutomations } from "#components/automations/list/no-automations.tsx";
import { newerParam, olderParam, readTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { titled } from "#lib/auth/titled.ts";
import { listSummaries } from "#lib/automations/summary/list-summaries.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { automationsPages as t } from "#lib/words/en/screens/automations-pages.ts";

export const generateMetadata = titled(() => ({ title: t("automations_title") }));

export default async function AutomationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  const params = await searchParams;
  const search = readParam(params, "q");
  const status = automationStatusOptions().find(({ value }) => value === readParam(params, "status"))?.value;
  const trail = readTrail(readParam(params, "cursor", 16_000));
  const page = await listSummaries({ ctx, input: { search, status, cursor: trail.at(-1) } }).catch(
    leadToFirstPage("/automations"),
  );
  const canWrite = isAllowed(ctx, "integrations:write");
  const isFiltered = search !== undefined || status !== undefined;
  const isEmpty = page.data.length === 0;
  const hasList = !isEmpty || isFiltered;
  const older = olderParam(trail, page.nextCursor);
  const at = (cursor: string | undefined) => hrefWith("/automations", { q: search, status, cursor });
  return (
    <>
      <PageHeader
        title={t("automations_page_title")}
        description={t("automations_page_description")}
        actions={
          canWrite &&
          hasList && (
            <>
              <ButtonLink href="/recipes">{t("automations_page_recipes")}</ButtonLink>
              <ButtonLink href="/automations/new" variant="primary" icon={<Plus aria-hidden />}>
                {t("automations_page_new_automation")}
              </ButtonLink>
            </>
          )
        }
      />
      {hasList && <AutomationFilters />}
      <Card isFlush>
        {isEmpty ? (
          <NoAutomations isFiltered={isFiltered} canCreate={canWrite} />
        ) : (
          <AutomationTable
            automations={page.data}
            zone={session.merchant.timeZone}
            canWrite={canWrite}
            holdDays={env().HOLD_DAYS}
          />
        )}
      </Card>
      <Pagination
        newerHref={trail.length === 0 ? null : at(newerParam(trail))}
        olderHref={older === undefined ? null : at(older)}
      />
    </>
  );
}
