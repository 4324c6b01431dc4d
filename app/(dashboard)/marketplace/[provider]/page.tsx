import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { ConnectAnotherButton } from "#components/integrations/connect/connect-another-button.tsx";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { AppHeader } from "#components/marketplace/app-header.tsx";
import { getAppState } from "#components/marketplace/app-state.ts";
import { AppView } from "#components/marketplace/app-view.tsx";
import { customWebhookId } from "#components/marketplace/custom-webhook-id.ts";
import { ZapTable } from "#components/marketplace/zapier/zap-table.tsx";
import { zapierId } from "#components/marketplace/zapier/zapier-id.ts";
import { ZapierSteps } from "#components/marketplace/zapier/zapier-steps.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx, requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { newId } from "#lib/ids.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import { getCatalogueEntry } from "#lib/marketplace/get-catalogue-entry.ts";
import { marketplacePages as t } from "#lib/words/en/screens/marketplace-pages.ts";
import { listHooks } from "#lib/zapier/list-hooks.ts";
import { listAppsInUse } from "../list-apps-in-use.ts";
import { ConnectableApp } from "./connectable-app.tsx";

const maxHooksShown = 100;

interface AppPageProps {
  params: Promise<{ provider: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: AppPageProps): Promise<Metadata> {
  const app = await getCatalogueEntry({
    ctx: await requireCtx(),
    input: { provider: (await params).provider },
  }).catch(missingIsNotFound);
  return { title: app.name };
}

export default async function AppPage({ params, searchParams }: AppPageProps) {
  const ctx = await requireCtx();
  const app = await getCatalogueEntry({ ctx, input: { provider: (await params).provider } }).catch(
    missingIsNotFound,
  );
  const query = await searchParams;
  const { data: integrations } = app.connect
    ? await listIntegrations({ ctx, input: { provider: app.id, limit: 100 } })
    : { data: [] };
  const inUse = await listAppsInUse(ctx);
  const connectedId = readParam(query, "connected");
  const isConnected = integrations.some(({ status }) => status !== "disconnected");
  const canCreate = isAllowed(ctx, "webhooks:write");
  return (
    <>
      <AppHeader
        app={app}
        state={getAppState(app, integrations, inUse.has(app.id))}
        actions={
          app.connect && isConnected && isAllowed(ctx, "integrations:write") ? (
            <ConnectAnotherButton
              // A connection that came about closes the dialog.
              key={`${integrations.length} ${connectedId}`}
              provider={app.id}
              name={app.name}
              connect={app.connect}
            />
          ) : (
            app.id === customWebhookId &&
            canCreate && (
              <ButtonLink href="/webhooks/new" variant="primary" icon={<Plus aria-hidden />}>
                {t("app_page_create_webhook")}
              </ButtonLink>
            )
          )
        }
      />
      {app.connect ? (
        <ConnectableApp
          app={app}
          connect={app.connect}
          integrations={integrations}
          accountId={connectedId ?? readParam(query, "account")}
          query={query}
        />
      ) : (
        <AppView app={app} canCreate={canCreate}>
          {app.id === zapierId && <ZapierApp />}
        </AppView>
      )}
    </>
  );
}

/** What Zapier's page has beside every app's: how to connect it, and the Zaps that are. */
async function ZapierApp() {
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  const { data, nextCursor } = await listHooks({ ctx, input: { limit: maxHooksShown } });
  return (
    <>
      <ZapierSteps canCreateKey={isAllowed(ctx, "keys:write")} />
      <ZapTable hooks={data} hasMore={nextCursor !== null} zone={session.merchant.timeZone} />
    </>
  );
}
