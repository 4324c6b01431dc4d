import { defineVerb } from "#lib/auth/verb.ts";
import { notFound } from "#lib/errors.ts";
import { readMerchantsOwn } from "./merchants-own.ts";
import { toRecipeDto } from "./recipe-dto.ts";
import { findRecipe } from "./registry.ts";
import { recipeDto, recipeIdInput } from "./schema.ts";

/**
 * One recipe with the connections that could fill its roles, and what is missing.
 * @throws {AppError} 404
 */
export const getRecipe = defineVerb({
  permission: "read",
  input: recipeIdInput,
  output: recipeDto,
  async run({ ctx, input: { id } }) {
    const recipe = findRecipe(id);
    if (!recipe) throw notFound("recipe");
    return toRecipeDto(recipe, await readMerchantsOwn(ctx.merchantId), ctx.locale);
  },
});
