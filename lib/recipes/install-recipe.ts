import { db } from "#db/client.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { toAutomationDto } from "#lib/automations/automation-dto.ts";
import { insertAutomation } from "#lib/automations/insert-automation.ts";
import { notFound } from "#lib/errors.ts";
import { fillRecipe } from "./fill-recipe.ts";
import { fillRoles } from "./fill-roles.ts";
import { readAnswers } from "./read-answers.ts";
import { findRecipe } from "./registry.ts";
import { installedDto, installRecipeInput } from "./schema.ts";

/**
 * Makes an automation of a recipe: a draft, unless it is to be published at once. One recipe may be installed several
 * times.
 * @throws {AppError} 404, 422 with the path of each role and answer that is not right, 409 at 500 automations, and as
 *   the apps' lists do: 409 where a connection needs its merchant, 429, 502, 504
 */
export const installRecipe = defineVerb({
  permission: "integrations:write",
  input: installRecipeInput,
  output: installedDto,
  async run({ ctx, input: { id, publish, ...rest }, idempotencyKey }) {
    const recipe = findRecipe(id);
    if (!recipe) throw notFound("recipe");
    const answers = readAnswers(recipe, rest.answers);
    const roles = await fillRoles(recipe, rest.roles, { merchantId: ctx.merchantId, idempotencyKey });
    const draft = fillRecipe(recipe, { roles, answers });
    const name = rest.name ?? recipe.title;
    return db().transaction(async (tx) =>
      toAutomationDto(
        await insertAutomation(tx, ctx, { name, draft, recipeId: recipe.id, isPublished: publish }),
      ),
    );
  },
});
