import { recipeEndpoints } from "#lib/api/recipes.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(recipeEndpoints.installRecipe);
