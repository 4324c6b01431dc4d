import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import { answered, chosen, fail, field, guestEmail, hasEmail, money, orderLines, text } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const receipts = (): Recipe => ({
  id: "receipts",
  trades: ["any", "restaurant", "cafe", "shop", "salon"],
  title: t("receipts_title"),
  benefit: t("receipts_benefit"),
  eventType: "order.paid",
  condition: hasEmail,
  roles: {
    mail: {
      provider: "sendgrid",
      title: t("receipts_mail_title"),
      help: t("receipts_mail_help"),
      resource: "verified-senders",
      suggestedName: t("receipts_mail_suggested_name"),
    },
  },
  questions: {
    subject: {
      kind: "text",
      title: t("receipts_subject_title"),
      help: t("receipts_subject_help"),
      default: t("receipts_subject_default"),
      maxLength: 200,
    },
  },
  steps: [
    {
      key: "receipt",
      title: t("receipts_receipt_title"),
      role: "mail",
      action: "send-email",
      mapping: {
        to: guestEmail(fail),
        from: chosen("mail"),
        subject: answered("subject"),
        text: text(
          ...t.parts("receipts_receipt_text", {
            number: field("number", fail),
            items: orderLines("\n", 40_000),
            totalAmount: field("totalAmount", fail, money("shown")),
          }),
        ),
      },
      freshForSeconds: 24 * 60 * 60,
    },
  ],
});
