import { categorySchema } from "../providers/contract/categories.ts";
import type { Manifest } from "../providers/contract/manifest.ts";
import { manifests } from "../providers/manifests.ts";
import type { CatalogueApp } from "./catalogue/app.ts";
import { customWebhook } from "./catalogue/custom-webhook.ts";
import { plannedApps } from "./catalogue/planned.ts";
import { zapier } from "./catalogue/zapier.ts";
import type { CatalogueStatus } from "./schema.ts";

/** `manifest` = the app behind it; null for what is planned, and for the custom webhook and Zapier, which are no provider's. */
export type CatalogueEntry = CatalogueApp & { status: CatalogueStatus; manifest: Manifest | null };

const withoutManifest = [customWebhook, zapier].map((app) => ({ ...app, manifest: null }));

/**
 * The marketplace, and the one place that says what is available: whatever has code behind it is, all else is planned.
 * Available entries come first, then by category and name.
 */
export function catalogueEntries(): CatalogueEntry[] {
  const registered = manifests.map((manifest) => ({ ...toCatalogueApp(manifest), manifest }));
  return [
    ...inOrder([...withoutManifest, ...registered], "available"),
    ...inOrder(
      plannedApps.map((app) => ({ ...app, manifest: null })),
      "planned",
    ),
  ];
}

function toCatalogueApp({ id, name, category, summary, docsUrl, icon }: Manifest): CatalogueApp {
  return { id, name, category, summary, docsUrl, icon };
}

function inOrder(
  apps: readonly (CatalogueApp & { manifest: Manifest | null })[],
  status: CatalogueStatus,
): CatalogueEntry[] {
  const categories = categorySchema.options;
  const sorted = apps.toSorted(
    (a, b) =>
      categories.indexOf(a.category) - categories.indexOf(b.category) || a.name.localeCompare(b.name, "en"),
  );
  return sorted.map((app) => ({ ...app, status }));
}
