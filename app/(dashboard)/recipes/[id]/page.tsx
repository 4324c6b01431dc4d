import type { Metadata } from "next";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { DefinitionView } from "#components/automations/detail/definition-view.tsx";
import { PreviewView } from "#components/automations/preview/preview-view.tsx";
import { hrefWith, readParam, type SearchParams } from "#components/listing/search-params.ts";
import { ConnectMissing } from "#components/recipes/connect-missing.tsx";
import { InstallForm } from "#components/recipes/install-form.tsx";
import type { RoleEntries, RoleEntry } from "#components/recipes/recipe-choices.ts";
import { RecipeHeader } from "#components/recipes/recipe-header.tsx";
import { RecipeSteps } from "#components/recipes/recipe-steps.tsx";
import { SwitchOn } from "#components/recipes/switch-on.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Section } from "#components/ui/section.tsx";
import { type Ctx, isAllowed } from "#lib/auth/context.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { previewAutomation } from "#lib/automations/preview-automation.ts";
import { getSummary } from "#lib/automations/summary/get-summary.ts";
import { AppError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { listResource } from "#lib/integrations/list-resource.ts";
import { getRecipe } from "#lib/recipes/get-recipe.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import { recipesPages as t } from "#lib/words/en/screens/recipes-pages.ts";
import { withApps } from "../with-apps.ts";

const maxEntries = 100;

interface RecipePageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: RecipePageProps): Promise<Metadata> {
  const ctx = sessionCtx(await requireSession(), newId("req"));
  return {
    title: (await getRecipe({ ctx, input: { id: (await params).id } }).catch(missingIsNotFound)).title,
  };
}

export default async function RecipePage({ params, searchParams }: RecipePageProps) {
  const { id } = await params;
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  const query = await searchParams;
  const recipe = await getRecipe({ ctx, input: { id } }).catch(missingIsNotFound);
  const shown = withApps(recipe);
  const canWrite = isAllowed(ctx, "integrations:write");
  const draft = await findDraft(ctx, readParam(query, "draft"));
  if (draft && canWrite) {
    return (
      <>
        <RecipeHeader {...shown} step={3} />
        <SwitchOn recipe={recipe} draft={draft.summary} />
        <div className="grid items-start gap-section lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-8">
          <Section title={t("recipe_page_title")} description={t("recipe_page_description")}>
            <PreviewView
              preview={await readPreview(ctx, draft.summary.id, readParam(query, "event"))}
              actions={draft.summary.steps}
              names={draft.names}
              zone={session.merchant.timeZone}
              buildHref={(event) => hrefWith(`/recipes/${id}`, { draft: draft.summary.id, event })}
            />
          </Section>
          <Section title={t("recipe_page_what_will_do")}>
            <DefinitionView definition={draft.definition} actions={draft.summary.steps} names={draft.names} />
          </Section>
        </div>
      </>
    );
  }
  const isComplete = recipe.missingApps.length === 0;
  return (
    <>
      <RecipeHeader {...shown} step={isComplete ? 2 : 1} />
      <div className="grid items-start gap-section lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-8">
        <div className="grid min-w-0 gap-section">
          {!isComplete && (
            <Section title={t("recipe_page_connect_apps")} description={t("recipe_page_you_come_back_here")}>
              <ConnectMissing {...shown} canWrite={canWrite} />
            </Section>
          )}
          {isComplete && canWrite && (
            <Section title={t("recipe_page_choose")} description={t("recipe_page_choose_name_from_what")}>
              <InstallForm recipe={recipe} entries={await readEntries(ctx, recipe.roles)} />
            </Section>
          )}
          {!canWrite && <Notice>{t("recipe_page_owner_admin_your_shop")}</Notice>}
        </div>
        <Section title={t("recipe_page_what_does")}>
          <RecipeSteps {...shown} />
        </Section>
      </div>
    </>
  );
}

/** The draft that the choices made; null where there is none, or it was published meanwhile. */
async function findDraft(ctx: Ctx, id: string | undefined) {
  if (id === undefined) return null;
  try {
    const found = await getSummary({ ctx, input: { id } });
    return found.summary.status === "draft" ? found : null;
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return null;
    throw error;
  }
}

/** With the event that was asked for, where it still can be; else with the newest, or an example. */
async function readPreview(ctx: Ctx, id: string, eventId: string | undefined) {
  if (eventId !== undefined) {
    const asked = await previewAutomation({ ctx, input: { id, eventId } }).catch((error: unknown) => {
      if (error instanceof AppError && error.status < 500) return null;
      throw error;
    });
    if (asked) return asked;
  }
  return previewAutomation({ ctx, input: { id } });
}

/** What there is to choose from for each role, at each connection; null where an app could not be asked. */
async function readEntries(ctx: Ctx, roles: RecipeDto["roles"]): Promise<RoleEntries> {
  const known = await Promise.all(
    roles.map(async ({ name, resource, connections }) => {
      if (resource === null) return [name, []] as const;
      const lists = await Promise.all(
        connections.map(({ integrationId }) => loadEntries(ctx, integrationId, resource.id)),
      );
      const read = lists.filter((list) => list !== null);
      return [name, read.length === 0 && lists.length > 0 ? null : read.flat()] as const;
    }),
  );
  return Object.fromEntries(known);
}

async function loadEntries(ctx: Ctx, integrationId: string, resource: string): Promise<RoleEntry[] | null> {
  try {
    const { data } = await listResource({ ctx, input: { id: integrationId, resource, limit: maxEntries } });
    return data.map(({ id, label }) => ({ integrationId, id, label }));
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
