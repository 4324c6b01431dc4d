import type { Metadata } from "next";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { AppShelves } from "#components/marketplace/app-shelves.tsx";
import { MarketplaceFilters } from "#components/marketplace/marketplace-filters.tsx";
import { NoApps } from "#components/marketplace/no-apps.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireCtx } from "#lib/auth/require-session.ts";
import { categories, categorySchema } from "#lib/providers/categories.ts";
import { listCatalogue } from "#lib/providers/list-catalogue.ts";

export const metadata: Metadata = { title: "Marketplace" };

const shelves = categorySchema.options.map((id) => ({ id, label: categories[id] }));

export default async function MarketplacePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await requireCtx();
  const params = await searchParams;
  const search = readParam(params, "q");
  const category = categorySchema.safeParse(readParam(params, "category")).data;
  const { data: apps } = await listCatalogue({ ctx, input: { search, category } });
  return (
    <>
      <PageHeader
        title="Marketplace"
        description="Apps that can hear of what happens in your shop: what works today, and what is to come."
      />
      <MarketplaceFilters categories={shelves} selected={category} search={search} />
      {apps.length === 0 ? <NoApps /> : <AppShelves apps={apps} />}
    </>
  );
}
