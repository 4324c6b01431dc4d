import type { Manifest } from "../contract/manifest.ts";
import { auth } from "./auth.ts";
import { developerApp } from "./developer-app.ts";
import { apiVersion } from "./hosts.ts";
import { words } from "./words.ts";

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
    "Each record is created once, also when a connection breaks half-way.",
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
