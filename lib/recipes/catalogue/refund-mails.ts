import { answered, chosen, fail, field, guestEmail, hasEmail, money, shorten, text } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const refundMails: Recipe = {
  id: "refund-mails",
  trades: ["any", "restaurant", "shop"],
  title: "Tell guests that their money is on its way",
  benefit: "Guests hear about their refund without having to ask.",
  eventType: "order.refunded",
  condition: hasEmail,
  roles: {
    mail: {
      provider: "sendgrid",
      title: "The sender of these emails",
      help: "The address that they come from, and that guests answer to.",
      resource: "verified-senders",
      suggestedName: "Orders",
    },
  },
  questions: {
    closing: {
      kind: "text",
      title: "How the email ends",
      help: "Your name, and what else you want to say.",
      default: "We are sorry for the trouble.",
      maxLength: 1_000,
    },
  },
  steps: [
    {
      key: "refund-mail",
      title: "Write to the guest",
      role: "mail",
      action: "send-email",
      mapping: {
        to: guestEmail(fail),
        from: chosen("mail"),
        subject: text("Your refund for order ", field("number", fail, shorten(150))),
        text: text(
          "We have paid back ",
          field("refundedAmount", fail, money("shown")),
          " for your order ",
          field("number", fail),
          ". It can take a few days until you see it.\n\n",
          answered("closing"),
        ),
      },
    },
  ],
};
