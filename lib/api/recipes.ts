import { getRecipe } from "#lib/recipes/get-recipe.ts";
import { installRecipe } from "#lib/recipes/install-recipe.ts";
import { listRecipes } from "#lib/recipes/list-recipes.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Recipes";

export const recipeEndpoints = {
  listRecipes: {
    method: "GET",
    path: "/api/recipes",
    summary: "Ready-made automations, with what is missing to install each",
    tag,
    verb: listRecipes,
    status: 200,
  },
  getRecipe: {
    method: "GET",
    path: "/api/recipes/{id}",
    summary: "One recipe with the connections that could fill its roles",
    tag,
    verb: getRecipe,
    status: 200,
  },
  installRecipe: {
    method: "POST",
    path: "/api/recipes/{id}/install",
    summary: "Make an automation of a recipe: a draft, unless `publish` is set",
    tag,
    verb: installRecipe,
    status: 201,
  },
} satisfies Record<string, Endpoint>;
