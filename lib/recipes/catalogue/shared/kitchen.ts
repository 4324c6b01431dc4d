import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import { chosen, fail, field, leaveOut, orderLines, otherwise, shorten, text } from "../../parts.ts";
import type { RecipeStep, Role } from "../../recipe.ts";

export const kitchenRole = (): Role => ({
  provider: "slack",
  title: t("kitchen_role_title"),
  help: t("kitchen_role_help"),
  resource: "channels",
  suggestedName: t("kitchen_role_suggested_name"),
});

/** A message about food makes sense for as long as someone waits for it; one that is not there in time is missed. */
export const kitchenStep = (): RecipeStep => ({
  key: "kitchen-message",
  title: t("kitchen_step_title"),
  role: "kitchen",
  action: "send-message",
  mapping: {
    channel: chosen("kitchen"),
    text: text(
      ...t.parts("kitchen_step_text", {
        number: field("number", fail),
        tableNumber: field("tableNumber", otherwise("–")),
        items: orderLines("\n", 2_500),
        note: field("note", leaveOut, shorten(500)),
      }),
    ),
  },
  freshForSeconds: 20 * 60,
  mustReach: { withinSeconds: 120, otherwise: null },
});
