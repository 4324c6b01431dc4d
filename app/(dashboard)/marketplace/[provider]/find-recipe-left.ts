import type { Ctx } from "#lib/auth/context.ts";
import { AppError } from "#lib/errors.ts";
import { getRecipe } from "#lib/recipes/get-recipe.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import { recipeLeft } from "#lib/transport/recipe-cookie.ts";

/** The recipe that a person left to connect this app; null where they came for the app itself. */
export async function findRecipeLeft(ctx: Ctx, provider: string): Promise<RecipeDto | null> {
  const id = await recipeLeft();
  if (id === null) return null;
  try {
    const recipe = await getRecipe({ ctx, input: { id } });
    return recipe.apps.some((app) => app.id === provider) ? recipe : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
