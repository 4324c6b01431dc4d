import { notFound } from "next/navigation";
import type { Ctx } from "#lib/auth/context.ts";
import { AppError } from "#lib/errors.ts";
import { getRecipe } from "#lib/recipes/get-recipe.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";

/** The recipe of a page; the page is "not found" where there is none by that id. */
export async function findRecipeOr404(ctx: Ctx, id: string): Promise<RecipeDto> {
  try {
    return await getRecipe({ ctx, input: { id } });
  } catch (error) {
    if (error instanceof AppError && (error.status === 404 || error.status === 422)) notFound();
    throw error;
  }
}
