import type { Manifest } from "../contract/manifest.ts";
import { api } from "./api-version.ts";
import { auth } from "./auth.ts";
import { developerApp } from "./developer-app.ts";
import { words } from "./words.ts";

export const manifest = {
  id: "stripe",
  name: "Stripe Connect",
  category: "payments",
  words,
  summary: "Takes card payments into your own Stripe account, refunds included.",
  benefits: [
    "Guests pay at the table, and the money goes to your own account, less the platform's fee.",
    "A refund gives back the platform's share as well.",
    "Each payment is taken once, also when a connection breaks half-way.",
    "You read in plain words what Stripe still needs from you, before it stops a payment.",
  ],
  docsUrl: "https://docs.stripe.com/connect",
  icon: "stripe",
  api,
  setUp: [
    "If you have a Stripe account, have its sign-in at hand, and be allowed to change its settings.",
    "If you have none, have the details of your business, an identity document and your bank account ready: Stripe opens one for you.",
  ],
  developerApp,
  auth,
  // Stripe allows an account 100 a second (25 in test mode), and 20 searches. A charge takes one search and one payment.
  // https://docs.stripe.com/rate-limits
  rateLimit: {
    perIntegration: { requests: 15, seconds: 1 },
    perApp: { requests: 80, seconds: 1 },
  },
  inboundAddress: "app",
  syncs: [],
  paymentFacts: {
    modes: ["checkout", "intent", "saved"],
    takesPlatformFee: true,
    books: "listed",
    hasPlatformBooks: true,
  },
} satisfies Manifest;
