import type { DeveloperApp, Manifest } from "../contract/manifest.ts";
import { api } from "./api-version.ts";
import { auth } from "./auth.ts";
import { words } from "./words.ts";

/** https://docs.stripe.com/connect/saas/quickstart, https://docs.stripe.com/connect/webhooks */
const developerApp = {
  consoleUrl: "https://dashboard.stripe.com/settings/connect",
  steps: [
    "Sign in to the platform's own Stripe account, choose Connect, and say that you are a platform whose businesses take payments themselves: they pay Stripe's fees, and Stripe bears their losses.",
    "In the settings of Connect, under onboarding options, switch OAuth on, add the redirect URI {redirectUri}, and copy the client ID (ca_…) into STRIPE_CLIENT_ID.",
    "Under API keys copy the platform's secret key (sk_…) into STRIPE_CLIENT_SECRET. A test key moves no real money.",
    "Under Webhooks add an endpoint with the address {inboundUrl} that listens to events on connected accounts: account.updated, account.application.deauthorized, payment_intent.succeeded, payment_intent.processing, payment_intent.payment_failed, payment_intent.canceled, checkout.session.completed, checkout.session.async_payment_succeeded, checkout.session.async_payment_failed, checkout.session.expired, charge.refunded, refund.created, refund.updated, refund.failed, charge.dispute.created, charge.dispute.updated, charge.dispute.closed, charge.dispute.funds_withdrawn, charge.dispute.funds_reinstated, payout.created, payout.updated, payout.paid, payout.failed, payout.canceled and payout.reconciliation_completed. None of them is relied on: what they tell of is found by reading as well, later.",
    "Add a second endpoint with the same address that listens to events on your account: application_fee.created and application_fee.refunded.",
    "Put the signing secrets of both (whsec_…), with a comma between them, into STRIPE_SIGNING_SECRET.",
  ],
  extraSecrets: ["SIGNING_SECRET"],
} satisfies DeveloperApp;

export const manifest = {
  id: "stripe",
  name: "Stripe Connect",
  category: "payments",
  words,
  summary: "Takes card payments into your own Stripe account, refunds included.",
  benefits: [
    "Guests pay at the table, and the money goes to your own account, less the platform's fee.",
    "A refund gives back the platform's share as well.",
    "Each payment is taken once, even if the connection drops.",
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
