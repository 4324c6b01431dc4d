import type { DeveloperApp, Manifest } from "../contract/manifest.ts";
import { apiVersion, auth, scopes } from "./auth.ts";
import { words } from "./words.ts";

/** https://developers.hubspot.com/docs/apps/developer-platform/build-apps/create-an-app */
const developerApp = {
  consoleUrl: "https://developers.hubspot.com/docs/apps/developer-platform/build-apps/create-an-app",
  steps: [
    "HubSpot makes apps on the command line. Run npm install -g @hubspot/cli, then hs account auth to sign in.",
    "Run hs project create, and choose an app with OAuth; for distribution, marketplace lets any account connect.",
    `In src/app/app-hsmeta.json put {redirectUri} into redirectUrls, and these into requiredScopes: ${scopes.map(({ id }) => id).join(", ")}.`,
    "In src/app/webhooks/webhooks-hsmeta.json give {inboundUrl} as the targetUrl, and subscribe to contact.deletion and deal.deletion among legacyCrmObjects and to contact.privacyDeletion among hubEvents.",
    "Run hs project upload. In HubSpot open Development, Projects, your project, then the app, and under Auth copy the client ID and the client secret. HubSpot signs its messages with that same secret.",
    "An app that is not listed in HubSpot's Marketplace can be connected to 25 accounts. Have it listed if you need more.",
  ],
  extraSecrets: [],
} satisfies DeveloperApp;

export const manifest = {
  id: "hubspot",
  name: "HubSpot",
  category: "crm",
  words,
  summary: "Adds customers to HubSpot as contacts and large orders as deals.",
  benefits: [
    "A guest who leaves an email address becomes a contact, and the same guest stays one contact.",
    "A large order or an enquiry lands in your pipeline as a deal, with its amount and its contact.",
    "Each deal is created once, even if the connection drops.",
  ],
  docsUrl: "https://developers.hubspot.com/docs",
  icon: "hubspot",
  api: {
    version: apiVersion,
    // Out since 8 September 2026; HubSpot supports each version for 18 months.
    endsOn: "2028-03-08",
    source: "https://developers.hubspot.com/docs/developer-tooling/platform/versioning",
  },
  setUp: [
    "Sign in to HubSpot as a super admin, or as someone who may install apps. A free account is enough.",
    "Have the pipeline for your deals ready: in HubSpot under Settings, Objects, Deals, Pipelines.",
  ],
  developerApp,
  auth,
  // HubSpot lets an app make 110 in ten seconds in each account, and advises to stay at 100.
  // https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines
  rateLimit: { perIntegration: { requests: 100, seconds: 10 }, perApp: null },
  inboundAddress: "app",
  syncs: [],
  paymentFacts: null,
} satisfies Manifest;
