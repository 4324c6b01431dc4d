import { authorise, type Ctx } from "#lib/auth/context.ts";
import { notFound } from "#lib/errors.ts";
import { parseInput } from "#lib/parse.ts";
import { readMerchantsOwn } from "./merchants-own.ts";
import { toRecipeDto } from "./recipe-dto.ts";
import { findRecipe } from "./registry.ts";
import { type RecipeDto, recipeIdInput } from "./schema.ts";

/**
 * One recipe with the connections that could fill its roles, and what is missing.
 * @throws {AppError} 404
 */
export async function getRecipe({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<RecipeDto> {
  authorise(ctx, "read");
  const { id } = parseInput(recipeIdInput, input);
  const recipe = findRecipe(id);
  if (!recipe) throw notFound("recipe");
  return toRecipeDto(recipe, await readMerchantsOwn(ctx.merchantId));
}
