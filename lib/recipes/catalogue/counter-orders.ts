import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import { chosen, fail, field, leaveOut, orderLines, otherwise, shorten, text } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const counterOrders = (): Recipe => ({
  id: "counter-orders",
  trades: ["cafe", "shop"],
  title: t("counter_orders_title"),
  benefit: t("counter_orders_benefit"),
  eventType: "order.placed",
  roles: {
    counter: {
      provider: "slack",
      title: t("counter_orders_counter_title"),
      help: t("counter_orders_counter_help"),
      resource: "channels",
      suggestedName: t("counter_orders_counter_suggested_name"),
    },
  },
  steps: [
    {
      key: "counter-message",
      title: t("counter_orders_counter_message_title"),
      role: "counter",
      action: "send-message",
      mapping: {
        channel: chosen("counter"),
        text: text(
          ...t.parts("counter_orders_counter_message_text", {
            number: field("number", fail),
            customerName: field(
              "customer.name",
              otherwise(t("counter_orders_counter_message_text_otherwise")),
              shorten(100),
            ),
            items: orderLines("\n", 2_500),
            note: field("note", leaveOut, shorten(500)),
          }),
        ),
      },
      freshForSeconds: 20 * 60,
    },
  ],
});
