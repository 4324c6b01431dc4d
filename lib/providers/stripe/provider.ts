import type { Provider } from "../contract/provider.ts";
import { accountStatus } from "./actions/account-status.ts";
import { createCharge } from "./actions/create-charge.ts";
import { listCharges } from "./actions/list-charges.ts";
import { refundCharge } from "./actions/refund-charge.ts";
import { api } from "./api-version.ts";
import { auth } from "./auth.ts";
import { developerApp } from "./developer-app.ts";
import { classifyError } from "./errors.ts";
import { identify } from "./identify.ts";
import { inbound } from "./inbound/inbound.ts";
import { payments } from "./payments/payments.ts";
import { charges } from "./resources/charges.ts";
import { words } from "./words.ts";

export const stripe = {
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
  identify,
  actions: {
    "account-status": accountStatus,
    "create-charge": createCharge,
    "refund-charge": refundCharge,
    "list-charges": listCharges,
  },
  resources: { charges },
  inbound,
  sync: {},
  payments,
  classifyError,
  sandbox: async () => (await import("./sandbox/sandbox.ts")).sandbox,
} satisfies Provider;
