type None = Record<never, never>;

/** Why a recipe cannot be installed as it was asked: each follows the name of a field. */
export type RecipeParams = {
  /** Whom a recipe is for, as the gallery groups them. */
  recipe_trade: { trade: string };
  recipe_choose_connection: { app: string };
  recipe_answer_needed: None;
  recipe_other_app: { app: string; found: string };
  recipe_one_connection: { app: string };
  recipe_choose_entry: { list: string };
  recipe_no_such_entry: { list: string };
  recipe_takes_no_entry: None;
  recipe_cannot_make: None;
};
