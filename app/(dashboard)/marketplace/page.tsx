import type { Metadata } from "next";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { AppShelves } from "#components/marketplace/app-shelves.tsx";
import { MarketplaceFilters } from "#components/marketplace/marketplace-filters.tsx";
import { NoApps } from "#components/marketplace/no-apps.tsx";
import { shelveApps } from "#components/marketplace/shelve-apps.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requireCtx } from "#lib/auth/require-session.ts";
import { listIntegrations } from "#lib/integrations/list-integrations.ts";
import { categories, categorySchema } from "#lib/providers/categories.ts";
import { listCatalogue } from "#lib/providers/list-catalogue.ts";
import { listAppsInUse } from "./list-apps-in-use.ts";

export const metadata: Metadata = { title: "Marketplace" };

const shelves = categorySchema.options.map((id) => ({ id, label: categories[id] }));

export default async function MarketplacePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const ctx = await requireCtx();
  const params = await searchParams;
  const search = readParam(params, "q");
  const category = categorySchema.safeParse(readParam(params, "category")).data;
  const [{ data: apps }, { data: integrations }, inUse] = await Promise.all([
    listCatalogue({ ctx, input: { search, category } }),
    listIntegrations({ ctx, input: { limit: 100 } }),
    listAppsInUse(ctx),
  ]);
  return (
    <>
      <PageHeader
        title="Marketplace"
        description="Apps that work with what happens in your shop: what is connected, what can be, and what is to come."
      />
      <MarketplaceFilters categories={shelves} selected={category} search={search} />
      {apps.length === 0 ? <NoApps /> : <AppShelves shelves={shelveApps(apps, integrations, inUse)} />}
      <p className="text-muted text-sm">
        For your engineer:{" "}
        <TextLink href="/app-versions">which versions of the apps Patchbay speaks</TextLink>
      </p>
    </>
  );
}
