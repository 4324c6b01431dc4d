import type { DeveloperApp } from "../contract/manifest.ts";

/** https://docs.stripe.com/connect/saas/quickstart, https://docs.stripe.com/connect/webhooks */
export const developerApp = {
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
