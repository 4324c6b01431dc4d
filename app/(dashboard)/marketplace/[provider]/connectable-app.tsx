import { redirect } from "next/navigation";
import { ConnectListener } from "#components/integrations/connect/connect-listener.tsx";
import { ConnectOutcomeNotice } from "#components/integrations/connect/connect-outcome.tsx";
import { ConnectPanel } from "#components/integrations/connect/connect-panel.tsx";
import { OtherAccountCard } from "#components/integrations/connect/other-account-card.tsx";
import { AccountSwitcher } from "#components/integrations/detail/account-switcher.tsx";
import { ProviderView } from "#components/integrations/detail/provider-view.tsx";
import { selectIntegration } from "#components/integrations/detail/select-integration.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { RecipeLinks } from "#components/recipes/recipe-links.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { type Ctx, isAllowed } from "#lib/auth/context.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { getPendingAccount, type PendingAccountDto } from "#lib/integrations/connect/pending-account.ts";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueConnectDto, CatalogueDetailDto } from "#lib/marketplace/schema.ts";
import { getRecipe } from "#lib/recipes/get-recipe.ts";
import { listRecipes } from "#lib/recipes/list-recipes.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import { recipeLeft } from "#lib/transport/recipe-cookie.ts";
import { marketplacePages as t } from "#lib/words/en/screens/marketplace-pages.ts";
import { ConnectedAccount } from "./connected-account.tsx";

interface OtherAccountQuestionProps {
  ctx: Ctx;
  provider: string;
  name: string;
  state: string;
}

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

/** The recipe that a person left to connect this app; null where they came for the app itself. */
async function findRecipeLeft(ctx: Ctx, provider: string): Promise<RecipeDto | null> {
  const id = await recipeLeft();
  if (id === null) return null;
  try {
    const recipe = await getRecipe({ ctx, input: { id } });
    return recipe.apps.some((app) => app.id === provider) ? recipe : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** The question whether a connection shall move to another account, as long as it is open. */
async function OtherAccountQuestion({ ctx, provider, name, state }: OtherAccountQuestionProps) {
  const pending = await findPending(ctx, state);
  if (pending?.provider !== provider) {
    return (
      <Notice tone="info" title={t("other_account_question_title")}>
        {t("other_account_question_was_answered_ten_minutes")}
      </Notice>
    );
  }
  return (
    <OtherAccountCard
      provider={provider}
      name={name}
      state={state}
      integrationId={pending.integrationId}
      currentLabel={pending.currentAccount.label}
      newLabel={pending.newAccount.label}
    />
  );
}

async function findPending(ctx: Ctx, state: string): Promise<PendingAccountDto | null> {
  try {
    return await getPendingAccount({ ctx, input: { state } });
  } catch (error) {
    if (error instanceof AppError && [403, 404, 422].includes(error.status)) return null;
    throw error;
  }
}
