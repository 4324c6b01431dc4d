import type { DeveloperApp, Manifest } from "../contract/manifest.ts";
import { auth } from "./auth.ts";
import { words } from "./words.ts";

/** https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/#register-your-application */
const developerApp = {
  consoleUrl: "https://admin.mailchimp.com/account/oauth2/",
  steps: [
    "Sign in to Mailchimp, open Extras › Registered apps in your account and choose Register An App.",
    "Give it the name that merchants are to see, your company and your website.",
    "Add the redirect URI {redirectUri}. For tries on your own machine Mailchimp takes 127.0.0.1 and not localhost.",
    "Choose Create, and copy the client ID and the client secret at the foot of the page. The secret is not shown again.",
  ],
  extraSecrets: [],
} satisfies DeveloperApp;

export const manifest = {
  id: "mailchimp",
  name: "Mailchimp",
  category: "marketing",
  words,
  summary: "Adds customers to your Mailchimp audience with tags and starts campaigns.",
  benefits: [
    "Customers who agree to it are in your audience from their first order on, with the tags that you choose.",
    "Whoever has unsubscribed stays unsubscribed, whatever they order later.",
    "A campaign is sent once, even if the connection drops.",
  ],
  docsUrl: "https://mailchimp.com/developer/marketing/",
  icon: "mailchimp",
  api: {
    version: "3.0",
    endsOn: null,
    source: "https://mailchimp.com/developer/marketing/docs/fundamentals/",
  },
  setUp: [
    "You can sign in to Mailchimp as the owner, an admin or a manager of your account.",
    "Your account has an audience with a sender's name and an email address under Audience › Settings.",
    "For campaigns, have a template under Content › Email templates in Mailchimp.",
    "To remove access later, disconnect here and then remove Patchbay under Account › Integrations in Mailchimp. Only you can do that.",
  ],
  developerApp,
  auth,
  // Ten requests at one time are the limit, shared with every other app of the account; most take under a second.
  // https://mailchimp.com/developer/marketing/docs/fundamentals/#api-limits
  rateLimit: { perIntegration: { requests: 5, seconds: 1 }, perApp: null },
  inboundAddress: "integration",
  syncs: [],
  paymentFacts: null,
} satisfies Manifest;
