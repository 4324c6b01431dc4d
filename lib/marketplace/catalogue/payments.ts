import type { CatalogueApp } from "./app.ts";

export const payments: readonly CatalogueApp[] = [
  {
    id: "stripe",
    name: "Stripe Connect",
    category: "payments",
    summary: "Takes card payments into your own Stripe account, refunds included.",
    docsUrl: "https://docs.stripe.com/connect",
    icon: "stripe",
  },
  {
    id: "paypal",
    name: "PayPal",
    category: "payments",
    summary: "Lets guests pay with PayPal and shows payments and refunds beside each order.",
    docsUrl: "https://developer.paypal.com/docs/",
    icon: "paypal",
  },
];
