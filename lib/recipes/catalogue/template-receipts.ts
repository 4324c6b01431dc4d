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

export const templateReceipts: Recipe = {
  id: "template-receipts",
  trades: ["any", "shop", "salon", "hotel"],
  title: "A receipt in your own design",
  benefit: "Receipts in your own look: your SendGrid template is filled in with each order.",
  eventType: "order.paid",
  condition: hasEmail,
  roles: {
    template: {
      provider: "sendgrid",
      title: "Your template",
      help: "It may use {{name}}, {{orderNumber}}, {{items}} and {{total}}.",
      resource: "templates",
      suggestedName: "Receipt",
    },
  },
  steps: [
    {
      key: "receipt",
      title: "Send the receipt",
      role: "template",
      action: "send-template",
      mapping: {
        to: guestEmail(fail),
        templateId: chosen("template"),
        data: {
          kind: "object",
          fields: {
            name: guestName(otherwise("guest"), 200),
            orderNumber: field("number", fail),
            items: orderLines("\n", 20_000),
            total: field("totalAmount", fail, money("shown")),
          },
        },
      },
      freshForSeconds: 24 * 60 * 60,
    },
  ],
};
