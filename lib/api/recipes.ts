import { getRecipe } from "#lib/recipes/get-recipe.ts";
import { installRecipe } from "#lib/recipes/install-recipe.ts";
import { listRecipes } from "#lib/recipes/list-recipes.ts";
import {
  installedDto,
  installRecipeInput,
  listRecipesInput,
  recipeDto,
  recipeIdInput,
  recipePage,
} from "#lib/recipes/schema.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Recipes";

export const listRecipesEndpoint = {
  method: "GET",
  path: "/api/recipes",
  summary: "Ready-made automations, with what is missing to install each",
  tag,
  permission: "read",
  input: listRecipesInput,
  output: recipePage,
  status: 200,
  run: listRecipes,
} satisfies Endpoint;

export const getRecipeEndpoint = {
  method: "GET",
  path: "/api/recipes/{id}",
  summary: "One recipe with the connections that could fill its roles",
  tag,
  permission: "read",
  input: recipeIdInput,
  output: recipeDto,
  status: 200,
  run: getRecipe,
} satisfies Endpoint;

export const installRecipeEndpoint = {
  method: "POST",
  path: "/api/recipes/{id}/install",
  summary: "Make an automation of a recipe: a draft, unless `publish` is set",
  tag,
  permission: "integrations:write",
  input: installRecipeInput,
  output: installedDto,
  status: 201,
  run: installRecipe,
} satisfies Endpoint;
