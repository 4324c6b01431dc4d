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

export const paymentLinks: Recipe = {
  id: "payment-links",
  trades: ["hotel", "salon", "shop"],
  title: "A payment link by email",
  benefit: "Guests who have ordered but not paid get a PayPal link for the exact amount.",
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
      title: "Your PayPal business account",
      help: "Payments go into this account.",
    },
    mail: {
      provider: "sendgrid",
      title: "The sender of these emails",
      help: "They come from the usual sender of this connection.",
    },
  },
  questions: {
    thanks: {
      kind: "url",
      title: "Where guests land after they paid",
      help: "A page of yours that says thank you.",
      default: null,
    },
  },
  steps: [
    {
      key: "payment",
      title: "Make the PayPal order",
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
      title: "Send the link to the guest",
      role: "mail",
      action: "send-email",
      mapping: {
        to: guestEmail(fail),
        subject: text("Pay for your order ", field("number", fail, shorten(150))),
        text: text(
          "Your order ",
          field("number", fail),
          " comes to ",
          field("totalAmount", fail, money("shown")),
          ". You can pay it with PayPal here:\n",
          result("payment", "approveUrl"),
        ),
      },
    },
  ],
};
