import {
  IntegrationFilters,
  integrationStatusOptions,
} from "#components/integrations/list/integration-filters.tsx";
import { IntegrationTable } from "#components/integrations/list/integration-table.tsx";
import { NoIntegrations } from "#components/integrations/list/no-integrations.tsx";
import { newerParam, olderParam, readTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { AppMark } from "#components/marketplace/app-mark.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { titled } from "#lib/auth/titled.ts";
import { newId } from "#lib/ids.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import { listCatalogue } from "#lib/marketplace/list-catalogue.ts";
import { integrationsPages as t } from "#lib/words/en/screens/integrations-pages.ts";

export const generateMetadata = titled(() => ({ title: t("integrations_loading_title") }));

export default async function IntegrationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  const params = await searchParams;
  const search = readParam(params, "q");
  const status = integrationStatusOptions().find(({ value }) => value === readParam(params, "status"))?.value;
  const trail = readTrail(readParam(params, "cursor", 16_000));
  const [page, apps] = await Promise.all([
    listIntegrations({ ctx, input: { search, status, cursor: trail.at(-1) } }).catch(
      leadToFirstPage("/integrations"),
    ),
    listCatalogue({ ctx, input: { status: "available" } }),
  ]);
  const findIcon = (provider: string) => apps.data.find(({ id }) => id === provider)?.icon ?? null;
  const isFiltered = search !== undefined || status !== undefined;
  const isEmpty = page.data.length === 0;
  const older = olderParam(trail, page.nextCursor);
  const at = (cursor: string | undefined) => hrefWith("/integrations", { q: search, status, cursor });
  return (
    <>
      <PageHeader title={t("integrations_page_title")} description={t("integrations_page_description")} />
      {(!isEmpty || isFiltered) && <IntegrationFilters />}
      <Card isFlush>
        {isEmpty ? (
          <NoIntegrations isFiltered={isFiltered} />
        ) : (
          <IntegrationTable
            integrations={page.data}
            zone={session.merchant.timeZone}
            createMark={({ provider, providerName }) => (
              <AppMark app={{ id: provider, name: providerName, icon: findIcon(provider) }} />
            )}
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
