import { answered, chosen, fail, field, guestEmail, hasEmail, money, orderLines, text } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const receipts: Recipe = {
  id: "receipts",
  trades: ["any", "restaurant", "cafe", "shop", "salon"],
  title: "A receipt by email",
  benefit: "Guests who gave an email address get their receipt right away.",
  eventType: "order.paid",
  condition: hasEmail,
  roles: {
    mail: {
      provider: "sendgrid",
      title: "The sender of receipts",
      help: "The address that receipts come from.",
      resource: "verified-senders",
      suggestedName: "Orders",
    },
  },
  questions: {
    subject: {
      kind: "text",
      title: "Subject of the email",
      help: "What guests read first in their inbox.",
      default: "Your receipt",
      maxLength: 200,
    },
  },
  steps: [
    {
      key: "receipt",
      title: "Send the receipt",
      role: "mail",
      action: "send-email",
      mapping: {
        to: guestEmail(fail),
        from: chosen("mail"),
        subject: answered("subject"),
        text: text(
          "Thank you for your order ",
          field("number", fail),
          ".\n\n",
          orderLines("\n", 40_000),
          "\n\nTotal: ",
          field("totalAmount", fail, money("shown")),
        ),
      },
      freshForSeconds: 24 * 60 * 60,
    },
  ],
};
