import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import { allOf, answered, chosen, fail, guestEmail, hasConsent, hasEmail } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const thankYouMails = (): Recipe => ({
  id: "thank-you-mails",
  trades: ["salon", "hotel", "restaurant"],
  title: t("thank_you_mails_title"),
  benefit: t("thank_you_mails_benefit"),
  eventType: "order.paid",
  condition: allOf(hasConsent, hasEmail),
  roles: {
    mail: {
      provider: "sendgrid",
      title: t("thank_you_mails_mail_title"),
      help: t("thank_you_mails_mail_help"),
      resource: "verified-senders",
      suggestedName: t("thank_you_mails_mail_suggested_name"),
    },
  },
  questions: {
    subject: {
      kind: "text",
      title: t("thank_you_mails_subject_title"),
      help: t("thank_you_mails_subject_help"),
      default: t("thank_you_mails_subject_default"),
      maxLength: 200,
    },
    message: {
      kind: "text",
      title: t("thank_you_mails_message_title"),
      help: t("thank_you_mails_message_help"),
      default: t("thank_you_mails_message_default"),
      maxLength: 5_000,
    },
  },
  steps: [
    {
      key: "thank-you",
      title: t("thank_you_mails_thank_you_title"),
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
});
