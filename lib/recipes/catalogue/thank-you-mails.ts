import { allOf, answered, chosen, fail, guestEmail, hasConsent, hasEmail } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const thankYouMails: Recipe = {
  id: "thank-you-mails",
  trades: ["salon", "hotel", "restaurant"],
  title: "A thank-you after the visit",
  benefit: "Guests who agreed to hear from you get a few words, and come back.",
  eventType: "order.paid",
  condition: allOf(hasConsent, hasEmail),
  roles: {
    mail: {
      provider: "sendgrid",
      title: "The sender of these e-mails",
      help: "The address that they come from, and that guests answer to.",
      resource: "verified-senders",
      suggestedName: "Reservations",
    },
  },
  questions: {
    subject: {
      kind: "text",
      title: "Subject of the e-mail",
      help: "What guests read first in their inbox.",
      default: "Thank you for your visit",
      maxLength: 200,
    },
    message: {
      kind: "text",
      title: "What it says",
      help: "Without any formatting. Say how guests can tell you that they want no further e-mails.",
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
