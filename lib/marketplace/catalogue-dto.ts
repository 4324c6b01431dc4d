import { categories } from "../providers/contract/categories.ts";
import type { Declaration } from "../providers/contract/declaration-schema.ts";
import { createAppTell, loadToldDeclaration, tellManifest } from "../providers/told-app.ts";
import type { CatalogueEntry } from "./catalogue-entries.ts";
import type { CatalogueEntryDto } from "./schema.ts";

/** A catalogue entry as callers see it. */
export async function toCatalogueEntryDto(entry: CatalogueEntry): Promise<CatalogueEntryDto> {
  const { manifest, category, ...app } = entry;
  const { actions = [] } = (await loadToldDeclaration(app.id)) ?? {};
  const told = manifest && tellManifest(manifest, createAppTell(app.id));
  return {
    ...app,
    summary: told?.summary ?? app.summary,
    category: { id: category, label: categories[category] },
    actions,
    scopes: told ? toScopes(told.scopes, actions) : [],
  };
}

function toScopes(
  scopes: ReturnType<typeof tellManifest>["scopes"],
  actions: Declaration["actions"],
): CatalogueEntryDto["scopes"] {
  return scopes.map((scope) => ({
    ...scope,
    actions: actions.filter(({ scopes }) => scopes.includes(scope.id)).map(({ id }) => id),
  }));
}
