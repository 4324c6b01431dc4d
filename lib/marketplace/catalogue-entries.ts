import { categorySchema } from "../providers/contract/categories.ts";
import type { Provider } from "../providers/contract/provider.ts";
import { providers } from "../providers/registry.ts";
import type { CatalogueApp } from "./catalogue/app.ts";
import { customWebhook } from "./catalogue/custom-webhook.ts";
import { plannedApps } from "./catalogue/planned.ts";
import { zapier } from "./catalogue/zapier.ts";
import type { CatalogueStatus } from "./schema.ts";

/** `provider` = the code behind it; null for what is planned, and for the custom webhook and Zapier, which are no provider's. */
export type CatalogueEntry = CatalogueApp & { status: CatalogueStatus; provider: Provider | null };

const withoutProvider = [customWebhook, zapier].map((app) => ({ ...app, provider: null }));

/**
 * The marketplace, and the one place that says what is available: whatever has code behind it is, all else is planned.
 * Available entries come first, then by category and name.
 */
export function catalogueEntries(): CatalogueEntry[] {
  const registered = providers.map((provider) => ({ ...appOf(provider), provider }));
  return mergeCatalogue(plannedApps, [...withoutProvider, ...registered]);
}

function appOf({ id, name, category, summary, docsUrl, icon }: Provider): CatalogueApp {
  return { id, name, category, summary, docsUrl, icon };
}

/** An available app takes the place of the planned one with its id. */
export function mergeCatalogue(
  planned: readonly CatalogueApp[],
  available: readonly (CatalogueApp & { provider: Provider | null })[],
): CatalogueEntry[] {
  const availableIds = new Set(available.map(({ id }) => id));
  const stillPlanned = planned
    .filter(({ id }) => !availableIds.has(id))
    .map((app) => ({ ...app, provider: null }));
  return [...inOrder(available, "available"), ...inOrder(stillPlanned, "planned")];
}

function inOrder(
  apps: readonly (CatalogueApp & { provider: Provider | null })[],
  status: CatalogueStatus,
): CatalogueEntry[] {
  const shelves = categorySchema.options;
  const sorted = apps.toSorted(
    (a, b) => shelves.indexOf(a.category) - shelves.indexOf(b.category) || a.name.localeCompare(b.name, "en"),
  );
  return sorted.map((app) => ({ ...app, status }));
}
