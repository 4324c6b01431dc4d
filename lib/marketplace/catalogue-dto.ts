import { categories } from "../providers/contract/categories.ts";
import type { Declaration } from "../providers/contract/declaration-schema.ts";
import type { Manifest } from "../providers/contract/manifest.ts";
import { loadDeclaration } from "../providers/registry.ts";
import type { CatalogueEntry } from "./catalogue-entries.ts";
import type { CatalogueEntryDto } from "./schema.ts";

/** A catalogue entry as callers see it. */
export async function toCatalogueEntryDto(entry: CatalogueEntry): Promise<CatalogueEntryDto> {
  const { manifest, category, ...app } = entry;
  const { actions = [] } = (await loadDeclaration(app.id)) ?? {};
  return {
    ...app,
    category: { id: category, label: categories[category] },
    actions,
    scopes: manifest ? toScopes(manifest, actions) : [],
  };
}

function toScopes({ auth }: Manifest, actions: Declaration["actions"]): CatalogueEntryDto["scopes"] {
  return auth.scopes.map((scope) => ({
    ...scope,
    actions: actions.filter(({ scopes }) => scopes.includes(scope.id)).map(({ id }) => id),
  }));
}
