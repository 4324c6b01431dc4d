import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import { chosen, fail, field, money, otherwise, shorten, text } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const refundAlert = (): Recipe => ({
  id: "refund-alert",
  trades: ["any", "restaurant", "cafe", "shop"],
  title: t("refund_alert_title"),
  benefit: t("refund_alert_benefit"),
  eventType: "order.refunded",
  roles: {
    managers: {
      provider: "slack",
      title: t("refund_alert_managers_title"),
      help: t("refund_alert_managers_help"),
      resource: "channels",
      suggestedName: t("refund_alert_managers_suggested_name"),
    },
  },
  steps: [
    {
      key: "refund-message",
      title: t("refund_alert_refund_message_title"),
      role: "managers",
      action: "send-message",
      mapping: {
        channel: chosen("managers"),
        text: text(
          ...t.parts("refund_alert_refund_message_text", {
            refundedAmount: field("refundedAmount", fail, money("shown")),
            number: field("number", fail),
            reason: field(
              "reason",
              otherwise(t("refund_alert_refund_message_text_otherwise")),
              shorten(1_000),
            ),
          }),
        ),
      },
    },
  ],
});
