import type { DeveloperApp, Manifest } from "../contract/manifest.ts";
import { auth } from "./auth.ts";
import { apiVersion } from "./shop-domain.ts";
import { words } from "./words.ts";

/** https://shopify.dev/docs/apps/build/dev-dashboard */
const developerApp = {
  consoleUrl: "https://dev.shopify.com/dashboard",
  steps: [
    "Sign in to Shopify's Dev Dashboard and create an app. Switch off that it is embedded in the Shopify admin.",
    "In its newest version, enter {redirectUri} as the redirect URL, and choose the legacy install flow, so that permissions are asked for while connecting.",
    "Choose 2026-10 as the version of webhooks.",
    "Enter {inboundUrl} for the three privacy webhooks (customers/data_request, customers/redact, shop/redact). They belong to the app and cannot be set up for each shop; all others are set up by Patchbay.",
    "Under API access, ask for protected customer data for the purpose of orders: without it, Shopify hides orders. Names, email addresses and phone numbers need not be asked for.",
    "Release the version, and copy the client id and the client secret into SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET.",
  ],
  extraSecrets: [],
} satisfies DeveloperApp;

export const manifest = {
  id: "shopify",
  name: "Shopify",
  category: "ecommerce",
  words,
  summary: "Keeps products and stock in step with your Shopify shop and passes orders on.",
  benefits: [
    "Orders that guests place through your codes appear in your Shopify admin.",
    "Your products, prices and stock are copied here and kept current.",
    "Payment, fulfilment and tracking numbers of each order can be looked up here.",
    "Stock can be set at any of your locations.",
  ],
  docsUrl: "https://shopify.dev/docs",
  icon: "shopify",
  api: {
    version: apiVersion,
    endsOn: "2027-10-01",
    source: "https://shopify.dev/docs/api/usage/versioning",
  },
  setUp: [
    "Have your shop's address ready: the one that ends in myshopify.com.",
    "Sign in to Shopify as the owner, or as someone who may install apps.",
  ],
  developerApp,
  auth,
  // The allowance is counted in points (100 a second on the smallest plan, more in a burst); most requests here cost fewer
  // than 50, and each answer says what is left. A connection makes some twenty requests, and an order that comes right
  // after it is not to wait for the next window.
  rateLimit: { perIntegration: { requests: 40, seconds: 10 }, perApp: null },
  inboundAddress: "app",
  syncs: ["product", "order"],
  paymentFacts: null,
} satisfies Manifest;
