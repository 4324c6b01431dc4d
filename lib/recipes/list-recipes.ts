import { defineVerb } from "#lib/auth/verb.ts";
import { invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { decodeCursor, idCursor, toPage } from "#lib/listing/cursor.ts";
import { findManifest } from "#lib/providers/manifests.ts";
import type { Locale } from "#lib/words/locale.ts";
import { readMerchantsOwn } from "./merchants-own.ts";
import type { Recipe } from "./recipe.ts";
import { toRecipeDto, tradeTitle } from "./recipe-dto.ts";
import { listAllRecipes } from "./registry.ts";
import { listRecipesInput, recipePage } from "./schema.ts";

/**
 * The recipes in the order of the gallery.
 * @throws {AppError} 422 for a filter or a cursor that does not exist
 */
export const listRecipes = defineVerb({
  permission: "read",
  input: listRecipesInput,
  output: recipePage,
  async run({ ctx, input: { limit, cursor, trade, provider, search } }) {
    const words = (search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const found = recipesBehind(cursor).filter(
      (recipe) =>
        (trade === undefined || recipe.trades.includes(trade)) &&
        (provider === undefined || Object.values(recipe.roles).some((role) => role.provider === provider)) &&
        mentions(recipe, words, ctx.locale),
    );
    const own = await readMerchantsOwn(ctx.merchantId);
    const page = toPage(
      found,
      limit,
      ({ id }) => [id],
      (recipe) => recipe,
    );
    const data = await Promise.all(page.data.map((recipe) => toRecipeDto(recipe, own, ctx.locale)));
    return { data, nextCursor: page.nextCursor };
  },
});

function recipesBehind(cursor: string | undefined): readonly Recipe[] {
  const recipes = listAllRecipes();
  const [lastId] = decodeCursor(cursor, idCursor) ?? [];
  if (lastId === undefined) return recipes;
  const index = recipes.findIndex(({ id }) => id === lastId);
  if (index === -1) throw invalidInput([{ path: "cursor", message: say("field_no_cursor") }]);
  return recipes.slice(index + 1);
}

function mentions(
  { title, benefit, roles, ...recipe }: Recipe,
  words: readonly string[],
  locale: Locale,
): boolean {
  const apps = Object.values(roles).map(({ provider }) => findManifest(provider)?.name ?? "");
  const labels = recipe.trades.map((trade) => tradeTitle(trade, locale));
  const text = [title, benefit, ...apps, ...labels].join(" ").toLowerCase();
  return words.every((word) => text.includes(word));
}
