import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import {
  allOf,
  answered,
  fail,
  field,
  guestEmail,
  hasEmail,
  isMissing,
  isOneOf,
  keepOnly,
  money,
  moreThan,
  result,
  shorten,
  text,
} from "../parts.ts";
import type { Recipe } from "../recipe.ts";

/** In which PayPal takes payments. https://developer.paypal.com/api/rest/reference/currency-codes/ */
const currencies =
  "AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN SEK SGD THB TWD USD".split(
    " ",
  );

export const paymentLinks = (): Recipe => ({
  id: "payment-links",
  trades: ["hotel", "salon", "shop"],
  title: t("payment_links_title"),
  benefit: t("payment_links_benefit"),
  eventType: "order.placed",
  condition: allOf(
    hasEmail,
    isMissing("paypalOrderId"),
    moreThan("totalAmount", 0),
    isOneOf("currency", currencies),
  ),
  roles: {
    paypal: {
      provider: "paypal",
      title: t("payment_links_paypal_title"),
      help: t("payment_links_paypal_help"),
    },
    mail: {
      provider: "sendgrid",
      title: t("payment_links_mail_title"),
      help: t("payment_links_mail_help"),
    },
  },
  questions: {
    thanks: {
      kind: "url",
      title: t("payment_links_thanks_title"),
      help: t("payment_links_thanks_help"),
      default: null,
    },
  },
  steps: [
    {
      key: "payment",
      title: t("payment_links_payment_title"),
      role: "paypal",
      action: "create-order",
      mapping: {
        amount: field("totalAmount", fail),
        currency: field("currency", fail, keepOnly(currencies)),
        reference: field("number", fail, shorten(127)),
        returnUrl: answered("thanks"),
      },
    },
    {
      key: "link-mail",
      title: t("payment_links_link_mail_title"),
      role: "mail",
      action: "send-email",
      mapping: {
        to: guestEmail(fail),
        subject: text(
          ...t.parts("payment_links_link_mail_subject", { number: field("number", fail, shorten(150)) }),
        ),
        text: text(
          ...t.parts("payment_links_link_mail_text", {
            number: field("number", fail),
            totalAmount: field("totalAmount", fail, money("shown")),
            approveUrl: result("payment", "approveUrl"),
          }),
        ),
      },
    },
  ],
});
