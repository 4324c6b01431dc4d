import { PillFilters } from "#components/listing/pill-filters.tsx";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { NoRecipes } from "#components/recipes/no-recipes.tsx";
import { RecipeGrid } from "#components/recipes/recipe-card.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { listRecipes } from "#lib/recipes/list-recipes.ts";
import { type RecipeDto, tradeSchema } from "#lib/recipes/schema.ts";
import { recipesPages as t } from "#lib/words/en/screens/recipes-pages.ts";
import { withApps } from "./with-apps.ts";

export const generateMetadata = titled(() => ({ title: t("recipes_title") }));

export default async function RecipesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await requireCtx();
  const params = await searchParams;
  const search = readParam(params, "q");
  const trade = tradeSchema.safeParse(readParam(params, "trade")).data;
  const [found, all] = await Promise.all([
    listRecipes({ ctx, input: { search, trade, limit: 100 } }),
    listRecipes({ ctx, input: { limit: 100 } }),
  ]);
  return (
    <>
      <PageHeader
        back={{ href: "/marketplace", label: t("recipes_page_marketplace") }}
        title={t("recipes_page_title")}
        description={t("recipes_page_description")}
        actions={
          isAllowed(ctx, "integrations:write") && (
            <ButtonLink href="/automations/new">{t("recipes_page_start_from_scratch")}</ButtonLink>
          )
        }
      />
      <PillFilters
        path="/recipes"
        searchLabel={t("recipes_page_search_recipes_such_as")}
        search={search}
        label={t("recipes_page_label")}
        param="trade"
        parts={listTrades(all.data)}
        selected={trade}
      />
      {found.data.length === 0 ? <NoRecipes /> : <RecipeGrid recipes={found.data.map(withApps)} />}
    </>
  );
}

/** The trades that recipes are for, in the order of the gallery. */
function listTrades(recipes: readonly RecipeDto[]): RecipeDto["trades"] {
  const known = recipes.flatMap(({ trades }) => trades);
  return tradeSchema.options.flatMap((id) => known.find((trade) => trade.id === id) ?? []);
}
