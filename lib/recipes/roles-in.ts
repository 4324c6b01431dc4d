import type { RecipeMapping, RecipeValue } from "./recipe.ts";

/** The names of the roles whose choice stands somewhere in a mapping. */
export function rolesIn(mapping: RecipeMapping): string[] {
  return Object.values(mapping).flatMap(rolesInValue);
}

function rolesInValue(value: RecipeValue): string[] {
  switch (value.kind) {
    case "role":
      return [value.role];
    case "object":
      return rolesIn(value.fields);
    case "list":
      return value.items.flatMap(rolesInValue);
    case "each_line":
      return rolesInValue(value.item);
    default:
      return [];
  }
}
