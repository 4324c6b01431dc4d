import type { Metadata } from "next";
import { PillFilters } from "#components/listing/pill-filters.tsx";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { NoRecipes } from "#components/recipes/no-recipes.tsx";
import { RecipeGrid } from "#components/recipes/recipe-card.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { listRecipes } from "#lib/recipes/list-recipes.ts";
import { tradeSchema } from "#lib/recipes/schema.ts";
import { tradesOf } from "./trades-of.ts";
import { withApps } from "./with-apps.ts";

export const metadata: Metadata = { title: "Recipes" };

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
        back={{ href: "/marketplace", label: "Marketplace" }}
        title="Recipes"
        description="Ready-made automations: choose one, connect its apps, and switch it on."
        actions={
          isAllowed(ctx, "integrations:write") && (
            <ButtonLink href="/automations/new">Start from scratch</ButtonLink>
          )
        }
      />
      <PillFilters
        path="/recipes"
        searchLabel="Search recipes, such as kitchen or email"
        search={search}
        label="Trades"
        param="trade"
        parts={tradesOf(all.data)}
        selected={trade}
      />
      {found.data.length === 0 ? <NoRecipes /> : <RecipeGrid recipes={found.data.map(withApps)} />}
    </>
  );
}
