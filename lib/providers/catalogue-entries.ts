import type { CatalogueApp } from "./catalogue/app.ts";
import { customWebhook } from "./catalogue/custom-webhook.ts";
import { plannedApps } from "./catalogue/planned.ts";
import { categorySchema } from "./categories.ts";
import type { CatalogueStatus } from "./schema.ts";

export type CatalogueEntry = CatalogueApp & { status: CatalogueStatus };

/** What can be used today. A provider that is registered belongs in here. */
const availableApps: readonly CatalogueApp[] = [customWebhook];

/**
 * The marketplace, and the one place that says what is available: whatever has code behind it is, all else is planned.
 * Available entries come first, then by category and name.
 */
export function catalogueEntries(): CatalogueEntry[] {
  return mergeCatalogue(plannedApps, availableApps);
}

/** An available app takes the place of the planned one with its id. */
export function mergeCatalogue(
  planned: readonly CatalogueApp[],
  available: readonly CatalogueApp[],
): CatalogueEntry[] {
  const availableIds = new Set(available.map(({ id }) => id));
  const stillPlanned = planned.filter(({ id }) => !availableIds.has(id));
  return [...inOrder(available, "available"), ...inOrder(stillPlanned, "planned")];
}

function inOrder(apps: readonly CatalogueApp[], status: CatalogueStatus): CatalogueEntry[] {
  const shelves = categorySchema.options;
  const sorted = apps.toSorted(
    (a, b) => shelves.indexOf(a.category) - shelves.indexOf(b.category) || a.name.localeCompare(b.name, "en"),
  );
  return sorted.map((app) => ({ ...app, status }));
}
