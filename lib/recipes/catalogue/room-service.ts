import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import { chosen, fail, field, isPresent, leaveOut, orderLines, shorten, text } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const roomService = (): Recipe => ({
  id: "room-service",
  trades: ["hotel"],
  title: t("room_service_title"),
  benefit: t("room_service_benefit"),
  eventType: "order.placed",
  condition: isPresent("tableNumber"),
  roles: {
    reception: {
      provider: "slack",
      title: t("room_service_reception_title"),
      help: t("room_service_reception_help"),
      resource: "channels",
      suggestedName: t("room_service_reception_suggested_name"),
    },
  },
  steps: [
    {
      key: "reception-message",
      title: t("room_service_reception_message_title"),
      role: "reception",
      action: "send-message",
      mapping: {
        channel: chosen("reception"),
        text: text(
          ...t.parts("room_service_reception_message_text", {
            tableNumber: field("tableNumber", fail),
            number: field("number", fail),
            items: orderLines("\n", 2_500),
            note: field("note", leaveOut, shorten(500)),
          }),
        ),
      },
      freshForSeconds: 30 * 60,
      mustReach: { withinSeconds: 180, otherwise: null },
    },
  ],
});
