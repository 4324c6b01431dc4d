import type { Metadata } from "next";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { NoRecipes } from "#components/recipes/no-recipes.tsx";
import { RecipeGrid } from "#components/recipes/recipe-card.tsx";
import { TradePills } from "#components/recipes/trade-pills.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
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
      <div className="grid min-w-0 gap-3">
        <FilterBar searchLabel="Search recipes, such as kitchen or email">
          <input type="hidden" name="trade" defaultValue={trade ?? ""} />
        </FilterBar>
        <TradePills trades={tradesOf(all.data)} selected={trade} search={search} />
      </div>
      {found.data.length === 0 ? <NoRecipes /> : <RecipeGrid recipes={found.data.map(withApps)} />}
    </>
  );
}
