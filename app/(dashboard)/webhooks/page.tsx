import { Plus } from "lucide-react";
import { newerParam, olderParam, readTrail } from "#components/listing/cursor-trail.ts";
import { leadToFirstPage } from "#components/listing/lead-to-first-page.ts";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { NoWebhooks } from "#components/webhooks/list/no-webhooks.tsx";
import { WebhookFilters, webhookStatusOptions } from "#components/webhooks/list/webhook-filters.tsx";
import { WebhookTable } from "#components/webhooks/list/webhook-table.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { titled } from "#lib/auth/titled.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { listWebhooks } from "#lib/webhooks/list-webhooks.ts";
import { webhooksPages as t } from "#lib/words/en/screens/webhooks-pages.ts";

export const generateMetadata = titled(() => ({ title: t("webhooks_title") }));

export default async function WebhooksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  const params = await searchParams;
  const search = readParam(params, "q");
  const status = webhookStatusOptions().find(({ value }) => value === readParam(params, "status"))?.value;
  const trail = readTrail(readParam(params, "cursor", 16_000));
  const page = await listWebhooks({ ctx, input: { search, status, cursor: trail.at(-1) } }).catch(
    leadToFirstPage("/webhooks"),
  );
  const canCreate = isAllowed(ctx, "webhooks:write");
  const isFiltered = search !== undefined || status !== undefined;
  const isEmpty = page.data.length === 0;
  const older = olderParam(trail, page.nextCursor);
  const at = (cursor: string | undefined) => hrefWith("/webhooks", { q: search, status, cursor });
  return (
    <>
      <PageHeader
        title={t("webhooks_page_title")}
        description={t("webhooks_page_description")}
        actions={
          canCreate &&
          (!isEmpty || isFiltered) && (
            <ButtonLink href="/webhooks/new" variant="primary" icon={<Plus aria-hidden />}>
              {t("webhooks_page_create_webhook")}
            </ButtonLink>
          )
        }
      />
      {(!isEmpty || isFiltered) && <WebhookFilters />}
      <Card isFlush>
        {isEmpty ? (
          <NoWebhooks isFiltered={isFiltered} canCreate={canCreate} hasSandbox={env().SANDBOX === "on"} />
        ) : (
          <WebhookTable webhooks={page.data} zone={session.merchant.timeZone} />
        )}
      </Card>
      <Pagination
        newerHref={trail.length === 0 ? null : at(newerParam(trail))}
        olderHref={older === undefined ? null : at(older)}
      />
    </>
  );
}
