import type { Metadata } from "next";
import { PillFilters } from "#components/listing/pill-filters.tsx";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { AppShelves } from "#components/marketplace/app-shelves.tsx";
import { NoApps } from "#components/marketplace/no-apps.tsx";
import { shelveApps } from "#components/marketplace/shelve-apps.ts";
import { RecipeGrid } from "#components/recipes/recipe-card.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requireCtx } from "#lib/auth/require-session.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import { listCatalogue } from "#lib/marketplace/list-catalogue.ts";
import { categories, categorySchema } from "#lib/providers/contract/categories.ts";
import { listRecipes } from "#lib/recipes/list-recipes.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import { withApps } from "../recipes/with-apps.ts";
import { listAppsInUse } from "./list-apps-in-use.ts";

export const metadata: Metadata = { title: "Marketplace" };

const shelves = categorySchema.options.map((id) => ({ id, label: categories[id] }));

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
      <PageHeader
        title="Marketplace"
        description="Apps that work with what happens in your shop: what is connected, what can be, and what is to come."
      />
      {recipes.data.length > 0 && (
        <Section
          title="Start with a recipe"
          description="Ready-made automations: your apps do something by themselves when an order comes in."
          actions={<ButtonLink href="/recipes">All {recipes.data.length} recipes</ButtonLink>}
        >
          <RecipeGrid recipes={nearest(recipes.data).map(withApps)} />
        </Section>
      )}
      <PillFilters
        path="/marketplace"
        searchLabel="Search apps, such as till or email"
        search={search}
        label="Categories"
        param="category"
        parts={shelves}
        selected={category}
      />
      {apps.length === 0 ? <NoApps /> : <AppShelves shelves={shelveApps(apps, integrations, inUse)} />}
      <p className="text-muted text-sm">
        For your engineer:{" "}
        <TextLink href="/app-versions">which versions of the apps Patchbay speaks</TextLink>
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
