import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import { answered, chosen, fail, field, guestEmail, hasEmail, money, shorten, text } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const refundMails = (): Recipe => ({
  id: "refund-mails",
  trades: ["any", "restaurant", "shop"],
  title: t("refund_mails_title"),
  benefit: t("refund_mails_benefit"),
  eventType: "order.refunded",
  condition: hasEmail,
  roles: {
    mail: {
      provider: "sendgrid",
      title: t("refund_mails_mail_title"),
      help: t("refund_mails_mail_help"),
      resource: "verified-senders",
      suggestedName: t("refund_mails_mail_suggested_name"),
    },
  },
  questions: {
    closing: {
      kind: "text",
      title: t("refund_mails_closing_title"),
      help: t("refund_mails_closing_help"),
      default: t("refund_mails_closing_default"),
      maxLength: 1_000,
    },
  },
  steps: [
    {
      key: "refund-mail",
      title: t("refund_mails_refund_mail_title"),
      role: "mail",
      action: "send-email",
      mapping: {
        to: guestEmail(fail),
        from: chosen("mail"),
        subject: text(
          ...t.parts("refund_mails_refund_mail_subject", { number: field("number", fail, shorten(150)) }),
        ),
        text: text(
          ...t.parts("refund_mails_refund_mail_text", {
            refundedAmount: field("refundedAmount", fail, money("shown")),
            number: field("number", fail),
            closing: answered("closing"),
          }),
        ),
      },
    },
  ],
});
