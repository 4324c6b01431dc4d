import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import {
  chosen,
  fail,
  field,
  firstName,
  fixed,
  guestEmail,
  hasEmail,
  lastName,
  leaveOut,
  money,
  orderLines,
  otherwise,
  shorten,
  text,
  trim,
} from "../parts.ts";
import type { Recipe } from "../recipe.ts";
import { captureQuestion, paypalCapture, paypalRole } from "./shared/paypal-capture.ts";
import { woocommerceOrder, woocommerceRole } from "./shared/woocommerce-order.ts";

/** The money comes last: it is taken only once the order is in the shop. */
export const shopOrders = (): Recipe => ({
  id: "shop-orders",
  trades: ["shop"],
  title: t("shop_orders_title"),
  benefit: t("shop_orders_benefit"),
  eventType: "order.placed",
  roles: {
    shop: woocommerceRole(),
    mail: {
      provider: "sendgrid",
      title: t("shop_orders_mail_title"),
      help: t("shop_orders_mail_help"),
      resource: "verified-senders",
      suggestedName: t("shop_orders_mail_suggested_name"),
    },
    crm: { provider: "hubspot", title: t("shop_orders_crm_title"), help: t("shop_orders_crm_help") },
    leads: { provider: "salesforce", title: t("shop_orders_leads_title"), help: t("shop_orders_leads_help") },
    paypal: paypalRole(),
  },
  questions: { capture: captureQuestion() },
  steps: [
    woocommerceOrder(),
    {
      key: "confirmation",
      title: t("shop_orders_confirmation_title"),
      role: "mail",
      action: "send-email",
      condition: hasEmail,
      mapping: {
        to: guestEmail(fail),
        from: chosen("mail"),
        subject: text(
          ...t.parts("shop_orders_confirmation_subject", { number: field("number", fail, shorten(150)) }),
        ),
        text: text(
          ...t.parts("shop_orders_confirmation_text", {
            number: field("number", fail),
            items: orderLines("\n", 40_000),
            totalAmount: field("totalAmount", fail, money("shown")),
          }),
        ),
      },
      freshForSeconds: 24 * 60 * 60,
    },
    {
      key: "contact",
      title: t("shop_orders_contact_title"),
      role: "crm",
      action: "upsert-contact",
      condition: hasEmail,
      mapping: {
        email: guestEmail(fail),
        firstName: firstName(leaveOut, 100),
        lastName: lastName(leaveOut, 100),
        phone: field("customer.phone", leaveOut, trim, shorten(50)),
      },
    },
    {
      key: "lead",
      title: t("shop_orders_lead_title"),
      role: "leads",
      action: "create-lead",
      condition: hasEmail,
      mapping: {
        lastName: lastName(otherwise(t("shop_orders_lead_last_name_otherwise")), 80),
        firstName: firstName(leaveOut, 40),
        company: fixed(t("shop_orders_lead_company")),
        email: guestEmail(leaveOut),
        phone: field("customer.phone", leaveOut, trim, shorten(40)),
        description: text(
          ...t.parts("shop_orders_lead_description", {
            number: field("number", fail),
            items: orderLines("\n", 9_000),
          }),
        ),
      },
    },
    paypalCapture(),
  ],
});
