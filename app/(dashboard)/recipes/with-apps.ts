import type { ShownRecipe } from "#components/recipes/recipe-card.tsx";
import { findApps } from "#lib/marketplace/find-apps.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";

/** A recipe with what the marks of its apps are drawn of, in the recipe's order. */
export function withApps(recipe: RecipeDto): ShownRecipe {
  const known = findApps(recipe.apps.map(({ id }) => id));
  const apps = recipe.apps.flatMap(({ id }) => known.find((app) => app.id === id) ?? []);
  return { recipe, apps };
}
