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
export const shopOrders: Recipe = {
  id: "shop-orders",
  trades: ["shop"],
  title: "Orders to the shop, a confirmation, the CRM and the payment",
  benefit:
    "Each order is in WooCommerce and confirmed by email, the customer is in HubSpot and Salesforce, and PayPal's money is taken.",
  eventType: "order.placed",
  roles: {
    shop: woocommerceRole,
    mail: {
      provider: "sendgrid",
      title: "The sender of confirmations",
      help: "The address that confirmations come from.",
      resource: "verified-senders",
      suggestedName: "Orders",
    },
    crm: { provider: "hubspot", title: "Your HubSpot", help: "Customers are kept up to date there." },
    leads: { provider: "salesforce", title: "Your Salesforce", help: "Customers are added to its leads." },
    paypal: paypalRole,
  },
  questions: { capture: captureQuestion },
  steps: [
    woocommerceOrder,
    {
      key: "confirmation",
      title: "Confirm the order by email",
      role: "mail",
      action: "send-email",
      condition: hasEmail,
      mapping: {
        to: guestEmail(fail),
        from: chosen("mail"),
        subject: text("We have your order ", field("number", fail, shorten(150))),
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
    {
      key: "contact",
      title: "Add or update the contact in HubSpot",
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
      title: "Add the lead in Salesforce",
      role: "leads",
      action: "create-lead",
      condition: hasEmail,
      mapping: {
        lastName: lastName(otherwise("Guest"), 80),
        firstName: firstName(leaveOut, 40),
        company: fixed("Private guest"),
        email: guestEmail(leaveOut),
        phone: field("customer.phone", leaveOut, trim, shorten(40)),
        description: text("Order ", field("number", fail), "\n", orderLines("\n", 9_000)),
      },
    },
    paypalCapture,
  ],
};
