import { type RecipeDto, tradeSchema } from "#lib/recipes/schema.ts";

/** The trades that recipes are for, in the order of the gallery. */
export function tradesOf(recipes: readonly RecipeDto[]): RecipeDto["trades"] {
  const known = recipes.flatMap(({ trades }) => trades);
  return tradeSchema.options.flatMap((id) => known.find((trade) => trade.id === id) ?? []);
}
