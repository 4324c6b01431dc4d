import { redirect } from "next/navigation";
import { ConnectListener } from "#components/integrations/connect/connect-listener.tsx";
import { ConnectOutcomeNotice } from "#components/integrations/connect/connect-outcome.tsx";
import { ConnectPanel } from "#components/integrations/connect/connect-panel.tsx";
import { AccountSwitcher } from "#components/integrations/detail/account-switcher.tsx";
import { ProviderView } from "#components/integrations/detail/provider-view.tsx";
import { selectIntegration } from "#components/integrations/detail/select-integration.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { RecipeLinks } from "#components/recipes/recipe-links.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { newId } from "#lib/ids.ts";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueConnectDto, CatalogueDetailDto } from "#lib/marketplace/schema.ts";
import { listRecipes } from "#lib/recipes/list-recipes.ts";
import { marketplacePages as t } from "#lib/words/en/screens/marketplace-pages.ts";
import { ConnectedAccount } from "./connected-account.tsx";
import { findRecipeLeft } from "./find-recipe-left.ts";
import { OtherAccountQuestion } from "./other-account-question.tsx";

interface ConnectableAppProps {
  app: CatalogueDetailDto;
  connect: CatalogueConnectDto;
  integrations: readonly IntegrationDto[];
  /** The connection that the address names. */
  accountId: string | undefined;
  query: SearchParams;
}

/** The page of an app that can be connected: how a connection turned out, the accounts, and the one looked at. */
export async function ConnectableApp({ app, connect, integrations, accountId, query }: ConnectableAppProps) {
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  const canWrite = isAllowed(ctx, "integrations:write");
  const selected = selectIntegration(integrations, accountId);
  const connectedId = readParam(query, "connected");
  const recipe = await findRecipeLeft(ctx, app.id);
  if (recipe && connectedId !== undefined && wasJustConnected(integrations, connectedId)) {
    redirect(`/recipes/${recipe.id}`);
  }
  const recipes = await listRecipes({ ctx, input: { provider: app.id, limit: 100 } });
  const otherAccount = readParam(query, "other_account");
  const panel = { provider: app.id, name: app.name, connect };
  const hasSwitcher = integrations.length > 1 || (integrations.length === 1 && !selected);
  return (
    <div className="group/app grid gap-section">
      <ConnectListener provider={app.id} />
      {recipe?.missingApps.some(({ id }) => id === app.id) && (
        <Notice
          title={t("connectable_app_title", { title: recipe.title })}
          action={<ButtonLink href={`/recipes/${recipe.id}`}>{t("connectable_app_back_recipe")}</ButtonLink>}
        >
          {t("connectable_app_connect_name_here_then", { name: app.name })}
        </Notice>
      )}
      <ConnectOutcomeNotice
        name={app.name}
        connected={integrations.find(({ id, status }) => id === connectedId && status !== "disconnected")}
        errorCode={readParam(query, "connect_error")}
      />
      {otherAccount !== undefined && (
        <OtherAccountQuestion ctx={ctx} name={app.name} provider={app.id} state={otherAccount} />
      )}
      {hasSwitcher && (
        <Section title={t("connectable_app_accounts")}>
          <AccountSwitcher integrations={integrations} selectedId={selected?.id} />
        </Section>
      )}
      {selected ? (
        <ConnectedAccount
          key={`${selected.id} ${selected.connectedAt}`}
          session={session}
          app={app}
          integration={selected}
          query={query}
        />
      ) : (
        <ProviderView
          app={app}
          connectPanel={<ConnectPanel {...panel} canConnect={canWrite} />}
          recipes={<RecipeLinks recipes={recipes.data} />}
        />
      )}
    </div>
  );
}

/** Someone who comes back to the page later has read that it is connected. */
const justMs = 2 * 60_000;

function wasJustConnected(integrations: readonly IntegrationDto[], id: string): boolean {
  const connected = integrations.find(
    (integration) => integration.id === id && integration.status === "connected",
  );
  return connected !== undefined && Date.now() - Date.parse(connected.connectedAt) < justMs;
}
