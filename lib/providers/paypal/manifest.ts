import type { Manifest } from "../contract/manifest.ts";
import { auth } from "./auth.ts";
import { words } from "./words.ts";

export const manifest = {
  id: "paypal",
  name: "PayPal",
  category: "payments",
  words,
  summary: "Lets guests pay with PayPal and shows payments and refunds beside each order.",
  benefits: [
    "Guests pay an order with PayPal from their phone, by a link.",
    "Each payment and refund happens once, even if the connection drops.",
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
  inboundAddress: "integration",
  syncs: [],
  paymentFacts: { modes: [], takesPlatformFee: false, books: "by_payment", hasPlatformBooks: false },
} satisfies Manifest;
