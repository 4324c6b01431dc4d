import type { RecipeParams } from "#lib/failures/recipe-messages.ts";

/** Why a recipe cannot be installed as it was asked. */
export const recipeWords: Record<keyof RecipeParams, string> = {
  recipe_trade:
    "{trade, select, restaurant {Restaurants} cafe {Cafés} shop {Shops} salon {Salons} hotel {Hotels} other {Any business}}",
  recipe_choose_connection: "is needed: choose one of your connections to {app}",
  recipe_answer_needed: "is needed",
  recipe_other_app: "must be a connection to {app}; this one is to {found}",
  recipe_one_connection: "must be the same connection wherever one step uses {app} for several parts",
  recipe_choose_entry: "is needed: choose one of the account's {list}",
  recipe_no_such_entry: "is none of the account's {list}",
  recipe_takes_no_entry: "is not needed here: the connection is enough",
  recipe_cannot_make: "cannot be made here: choose an existing one",
};
