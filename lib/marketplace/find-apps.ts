import { catalogueEntries } from "./catalogue-entries.ts";
import type { CatalogueEntryDto } from "./schema.ts";

export type NamedApp = Pick<CatalogueEntryDto, "id" | "name" | "icon">;

/** Apps of the marketplace by their ids, with what their marks are drawn of. An id that is none is left out. */
export function findApps(ids: Iterable<string>): NamedApp[] {
  const wanted = new Set(ids);
  return catalogueEntries()
    .filter(({ id }) => wanted.has(id))
    .map(({ id, name, icon }) => ({ id, name, icon }));
}
