import { z } from "zod";
import type { Action } from "../providers/contract/action.ts";
import { categories } from "../providers/contract/categories.ts";
import type { Provider } from "../providers/contract/provider.ts";
import { outputJsonSchema } from "../providers/contract/sentence.ts";
import { loadProvider } from "../providers/registry.ts";
import type { CatalogueEntry } from "./catalogue-entries.ts";
import type { CatalogueActionDto, CatalogueEntryDto } from "./schema.ts";

/** zod hangs methods on its JSON Schemas, and React hands nothing but plain objects to the browser. */
const jsonObject = z.record(z.string(), z.unknown());

/** A catalogue entry as callers see it. */
export async function toCatalogueEntryDto(entry: CatalogueEntry): Promise<CatalogueEntryDto> {
  const { manifest: _, category, ...app } = entry;
  const provider = await loadProvider(app.id);
  return {
    ...app,
    category: { id: category, label: categories[category] },
    actions: Object.entries(provider?.actions ?? {}).map(([id, action]) => toActionDto(id, action)),
    scopes: provider ? scopesOf(provider) : [],
  };
}

function toActionDto(id: string, action: Action): CatalogueActionDto {
  return {
    id,
    title: action.title,
    description: action.description,
    effect: action.effect,
    movesMoney: action.movesMoney ?? false,
    idempotency: action.idempotency,
    scopes: [...action.scopes],
    inputSchema: inputSchemaOf(action.input),
    outputSchema: jsonObject.parse(outputJsonSchema(action.output)),
    example: { ...action.example },
  };
}

/** As the caller writes it: fields with a default may be left out. */
export function inputSchemaOf(schema: z.ZodType): Record<string, unknown> {
  return jsonObject.parse(z.toJSONSchema(schema, { io: "input" }));
}

function scopesOf({ auth, actions }: Provider): CatalogueEntryDto["scopes"] {
  return auth.scopes.map((scope) => ({
    ...scope,
    actions: Object.entries(actions)
      .filter(([, action]) => action.scopes.includes(scope.id))
      .map(([id]) => id),
  }));
}
