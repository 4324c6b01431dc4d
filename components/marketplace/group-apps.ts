import type { CatalogueEntryDto } from "#lib/providers/schema.ts";

export interface AppGroup {
  label: string;
  apps: CatalogueEntryDto[];
}

/** Apps gathered by category, both in the order in which they come. */
export function groupApps(apps: readonly CatalogueEntryDto[]): AppGroup[] {
  const groups = Map.groupBy(apps, ({ category }) => category.label);
  return [...groups].map(([label, members]) => ({ label, apps: members }));
}
