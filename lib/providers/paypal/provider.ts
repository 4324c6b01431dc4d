import type { Provider } from "../contract/provider.ts";
import { captureOrder } from "./actions/capture-order.ts";
import { createOrder } from "./actions/create-order.ts";
import { getOrder } from "./actions/get-order.ts";
import { refundCapture } from "./actions/refund-capture.ts";
import { auth } from "./auth.ts";
import { identify } from "./identify.ts";
import { inbound } from "./inbound/inbound.ts";
import { payments } from "./payments/payments.ts";
import { words } from "./words.ts";

export const paypal = {
  id: "paypal",
  name: "PayPal",
  category: "payments",
  words,
  summary: "Lets guests pay with PayPal and shows payments and refunds beside each order.",
  benefits: [
    "Guests pay an order with PayPal from their phone, by a link.",
    "Payments and refunds happen once, also when the line breaks in between.",
    "You hear of payments, refunds and disputes as they happen.",
  ],
  docsUrl: "https://developer.paypal.com/docs/",
  icon: "paypal",
  api: {
    version: "Orders v2, Payments v2",
    endsOn: null,
    source: "https://developer.paypal.com/docs/api/orders/v2/",
  },
  setUp: [
    "You have a PayPal business account.",
    "Sign in at developer.paypal.com with it, switch to Live, and open Apps & Credentials.",
    "Create an app, or open yours: it shows the client ID, and the secret when you press Show.",
    "To try it without money, stay in PayPal's Sandbox there: its apps have keys of their own, for “sandbox” below.",
  ],
  developerApp: null,
  auth,
  // PayPal publishes no limits; this is far below what it calls unusual.
  rateLimit: { perIntegration: { requests: 50, seconds: 10 }, perApp: null },
  identify,
  actions: {
    "create-order": createOrder,
    "capture-order": captureOrder,
    "refund-capture": refundCapture,
    "get-order": getOrder,
  },
  resources: {},
  inbound,
  sync: {},
  payments,
  classifyError: () => null,
  sandbox: async () => (await import("./sandbox/sandbox.ts")).sandbox,
} satisfies Provider;
