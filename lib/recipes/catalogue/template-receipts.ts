import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import {
  chosen,
  fail,
  field,
  guestEmail,
  guestName,
  hasEmail,
  money,
  orderLines,
  otherwise,
} from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const templateReceipts = (): Recipe => ({
  id: "template-receipts",
  trades: ["any", "shop", "salon", "hotel"],
  title: t("template_receipts_title"),
  benefit: t("template_receipts_benefit"),
  eventType: "order.paid",
  condition: hasEmail,
  roles: {
    template: {
      provider: "sendgrid",
      title: t("template_receipts_template_title"),
      help: t("template_receipts_template_help", {
        name: "{{name}}",
        orderNumber: "{{orderNumber}}",
        items: "{{items}}",
        total: "{{total}}",
      }),
      resource: "templates",
      suggestedName: t("template_receipts_template_suggested_name"),
    },
  },
  steps: [
    {
      key: "receipt",
      title: t("template_receipts_receipt_title"),
      role: "template",
      action: "send-template",
      mapping: {
        to: guestEmail(fail),
        templateId: chosen("template"),
        data: {
          kind: "object",
          fields: {
            name: guestName(otherwise(t("template_receipts_receipt_data_fields_name_otherwise")), 200),
            orderNumber: field("number", fail),
            items: orderLines("\n", 20_000),
            total: field("totalAmount", fail, money("shown")),
          },
        },
      },
      freshForSeconds: 24 * 60 * 60,
    },
  ],
});
