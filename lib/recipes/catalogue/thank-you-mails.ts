import { allOf, answered, chosen, fail, guestEmail, hasConsent, hasEmail } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const thankYouMails: Recipe = {
  id: "thank-you-mails",
  trades: ["salon", "hotel", "restaurant"],
  title: "A thank-you after the visit",
  benefit: "Guests who agreed to hear from you get a short thank-you.",
  eventType: "order.paid",
  condition: allOf(hasConsent, hasEmail),
  roles: {
    mail: {
      provider: "sendgrid",
      title: "The sender of these emails",
      help: "The address that they come from, and that guests answer to.",
      resource: "verified-senders",
      suggestedName: "Reservations",
    },
  },
  questions: {
    subject: {
      kind: "text",
      title: "Subject of the email",
      help: "What guests read first in their inbox.",
      default: "Thank you for your visit",
      maxLength: 200,
    },
    message: {
      kind: "text",
      title: "What it says",
      help: "Without any formatting. Say how guests can tell you that they want no further emails.",
      default: "It was good to have you with us. We would like to see you again soon.",
      maxLength: 5_000,
    },
  },
  steps: [
    {
      key: "thank-you",
      title: "Write to the guest",
      role: "mail",
      action: "send-email",
      mapping: {
        to: guestEmail(fail),
        from: chosen("mail"),
        subject: answered("subject"),
        text: answered("message"),
      },
      freshForSeconds: 3 * 24 * 60 * 60,
    },
  ],
};
