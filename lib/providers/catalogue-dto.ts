import type { CatalogueEntry } from "./catalogue-entries.ts";
import { categories } from "./categories.ts";
import type { CatalogueEntryDto } from "./schema.ts";

/** A catalogue entry as callers see it. The custom webhook has no account behind it, hence neither actions nor scopes. */
export function toCatalogueEntryDto({ category, ...entry }: CatalogueEntry): CatalogueEntryDto {
  return { ...entry, category: { id: category, label: categories[category] }, actions: [], scopes: [] };
}
