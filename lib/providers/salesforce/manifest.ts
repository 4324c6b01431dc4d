import type { DeveloperApp, Manifest } from "../contract/manifest.ts";
import { auth } from "./auth.ts";
import { apiVersion } from "./hosts.ts";
import { words } from "./words.ts";

/**
 * https://help.salesforce.com/s/articleView?id=xcloud.configure_external_client_app_oauth_settings.htm
 * https://developer.salesforce.com/docs/atlas.en-us.packagingGuide.meta/packagingGuide/secure_code_ac_eca.htm
 */
const developerApp = {
  consoleUrl: "https://login.salesforce.com/",
  steps: [
    "Sign in to the Salesforce org that shall own the app: a Developer Edition org or your Dev Hub. Connected Apps can no longer be created since Spring '26; what you make is an External Client App.",
    "In Setup open External Client App Manager and choose New External Client App. As distribution state choose Packaged, so that other orgs can install it; Local serves your own org alone.",
    "Enable OAuth and enter {redirectUri} as the callback URL. Salesforce takes https:// addresses only.",
    "As OAuth scopes select “Manage user data via APIs (api)” and “Perform requests at any time (refresh_token, offline_access)”, and no others.",
    "Under Security require the secret for the web server flow and for the refresh token flow, require PKCE, and enable refresh token rotation. Salesforce demands the latter two of apps that are used by more than two orgs.",
    "If you also enforce an IP allowlist for refresh tokens, put the outgoing addresses of this installation on it.",
    "Under OAuth settings copy the consumer key and the consumer secret into SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET.",
    "Package the app and give merchants its installation link: Salesforce lets most users agree to an app only once it is installed in their org.",
  ],
  extraSecrets: [],
} satisfies DeveloperApp;

export const manifest = {
  id: "salesforce",
  name: "Salesforce",
  category: "crm",
  words,
  summary: "Adds customers to Salesforce as leads and large orders as opportunities.",
  benefits: [
    "Whoever asks for a party or an event becomes a lead, with all that they wrote.",
    "A large order becomes an opportunity in the stage that you choose, with the customer's account.",
    "Contacts and records of your own kinds are kept current by a number of yours.",
    "Each record is created once, even if the connection drops.",
  ],
  docsUrl: "https://developer.salesforce.com/docs",
  icon: null,
  api: {
    version: `REST API v${apiVersion}`,
    endsOn: null,
    source: "https://developer.salesforce.com/docs/platform/connect-rest-api/guide/intro_api_eol.html",
  },
  setUp: [
    "Have an edition of Salesforce with API access: Enterprise, Unlimited, Performance or Developer, or Professional with the API added.",
    "Ask your Salesforce administrator to install Patchbay first. Salesforce lets most users agree to installed apps only.",
    "Sign in to Salesforce as the person in whose name records are created. What that person may not see or change, Patchbay cannot either.",
    "If you like, have your administrator make a unique text field of the kind External ID on leads and opportunities for Patchbay's reference. Without one, it stands at the end of the description.",
  ],
  developerApp,
  auth,
  // Salesforce counts all apps of an org together over 24 hours (15,000 in the smallest edition), and those at once.
  // https://developer.salesforce.com/docs/atlas.en-us.salesforce_app_limits_cheatsheet.meta/salesforce_app_limits_cheatsheet/salesforce_app_limits_platform_api.htm
  rateLimit: { perIntegration: { requests: 20, seconds: 5 }, perApp: null },
  inboundAddress: null,
  syncs: [],
  paymentFacts: null,
} satisfies Manifest;
