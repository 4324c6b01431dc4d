import { PillFilters } from "#components/listing/pill-filters.tsx";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { AppSections } from "#components/marketplace/app-sections.tsx";
import { groupByState } from "#components/marketplace/group-by-state.ts";
import { NoApps } from "#components/marketplace/no-apps.tsx";
import { RecipeGrid } from "#components/recipes/recipe-card.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requireCtx } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import { listCatalogue } from "#lib/marketplace/list-catalogue.ts";
import { categories, categorySchema } from "#lib/providers/contract/categories.ts";
import { listRecipes } from "#lib/recipes/list-recipes.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import { marketplacePages as t } from "#lib/words/en/screens/marketplace-pages.ts";
import { withApps } from "../recipes/with-apps.ts";
import { listAppsInUse } from "./list-apps-in-use.ts";

export const generateMetadata = titled(() => ({ title: t("marketplace_title") }));

const categoryOptions = categorySchema.options.map((id) => ({ id, label: categories[id] }));

export default async function MarketplacePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await requireCtx();
  const params = await searchParams;
  const search = readParam(params, "q");
  const category = categorySchema.safeParse(readParam(params, "category")).data;
  const isFiltered = search !== undefined || category !== undefined;
  const [{ data: apps }, { data: integrations }, inUse, recipes] = await Promise.all([
    listCatalogue({ ctx, input: { search, category } }),
    listIntegrations({ ctx, input: { limit: 100 } }),
    listAppsInUse(ctx),
    isFiltered ? { data: [] } : listRecipes({ ctx, input: { limit: 100 } }),
  ]);
  return (
    <>
      <PageHeader title={t("marketplace_page_title")} description={t("marketplace_page_description")} />
      {recipes.data.length > 0 && (
        <Section
          title={t("marketplace_page_start_with_recipe")}
          description={t("marketplace_page_ready_made_automations_your")}
          actions={
            <ButtonLink href="/recipes">
              {t("marketplace_page_all_count_recipes", { count: recipes.data.length })}
            </ButtonLink>
          }
        >
          <RecipeGrid recipes={nearest(recipes.data).map(withApps)} />
        </Section>
      )}
      <PillFilters
        path="/marketplace"
        searchLabel={t("marketplace_page_search_apps_such_as")}
        search={search}
        label={t("marketplace_page_label")}
        param="category"
        parts={categoryOptions}
        selected={category}
      />
      {apps.length === 0 ? <NoApps /> : <AppSections groups={groupByState(apps, integrations, inUse)} />}
      <p className="text-muted text-sm">
        {t.rich("marketplace_page_your_engineer_which_versions", {
          link: (text) => <TextLink href="/app-versions">{text}</TextLink>,
        })}
      </p>
    </>
  );
}

const recipesShown = 3;

/** The recipes that ask for the fewest further apps, those that are not in use yet first. */
function nearest(recipes: readonly RecipeDto[]): RecipeDto[] {
  const distance = ({ missingApps, automations }: RecipeDto) =>
    missingApps.length + (automations.length > 0 ? 100 : 0);
  return recipes.toSorted((one, other) => distance(one) - distance(other)).slice(0, recipesShown);
}
