import { chosen, fail, field, leaveOut, orderLines, otherwise, shorten, text } from "../../parts.ts";
import type { RecipeStep, Role } from "../../recipe.ts";

export const kitchenRole: Role = {
  provider: "slack",
  title: "The kitchen's channel",
  help: "Where the kitchen reads what to cook.",
  resource: "channels",
  suggestedName: "kitchen",
};

/** A message about food makes sense for as long as someone waits for it; one that is not there in time is missed. */
export const kitchenStep: RecipeStep = {
  key: "kitchen-message",
  title: "Tell the kitchen what to cook",
  role: "kitchen",
  action: "send-message",
  mapping: {
    channel: chosen("kitchen"),
    text: text(
      "*Order ",
      field("number", fail),
      "* for table ",
      field("tableNumber", otherwise("–")),
      "\n",
      orderLines("\n", 2_500),
      "\n",
      field("note", leaveOut, shorten(500)),
    ),
  },
  freshForSeconds: 20 * 60,
  mustReach: { withinSeconds: 120, otherwise: null },
};
