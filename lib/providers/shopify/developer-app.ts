import type { DeveloperApp } from "#lib/providers/contract/manifest.ts";

/** https://shopify.dev/docs/apps/build/dev-dashboard */
export const developerApp = {
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
