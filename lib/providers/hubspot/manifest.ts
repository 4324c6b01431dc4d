import type { Manifest } from "../contract/manifest.ts";
import { apiVersion, auth } from "./auth.ts";
import { developerApp } from "./developer-app.ts";
import { words } from "./words.ts";

export const manifest = {
  id: "hubspot",
  name: "HubSpot",
  category: "crm",
  words,
  summary: "Adds customers to HubSpot as contacts and large orders as deals.",
  benefits: [
    "A guest who leaves an email address becomes a contact, and the same guest stays one contact.",
    "A large order or an enquiry lands in your pipeline as a deal, with its amount and its contact.",
    "Each deal is made once, also when a connection breaks half-way.",
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
