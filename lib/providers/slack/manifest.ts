import type { Manifest } from "../contract/manifest.ts";
import { auth } from "./auth.ts";
import { words } from "./words.ts";

export const manifest = {
  id: "slack",
  name: "Slack",
  category: "messaging",
  words,
  summary: "Tells your team in a Slack channel about orders, refunds and bookings.",
  benefits: [
    "The kitchen sees each paid order in its channel, without anybody typing.",
    "Whoever has to know hears at once of a refund, a booking or a large order.",
    "A message is never sent twice, even if the connection drops.",
  ],
  docsUrl: "https://docs.slack.dev/",
  icon: null,
  api: {
    // Its methods have no version; what is versioned is the way in.
    version: "Web API, OAuth v2",
    endsOn: null,
    source: "https://docs.slack.dev/apis/web-api",
  },
  setUp: [
    "Sign in to your workspace at slack.com. Where apps need approval there, ask for it first.",
    "Have a public channel for the messages. Patchbay cannot post to private channels.",
  ],
  developerApp: {
    consoleUrl: "https://api.slack.com/apps",
    steps: [
      "Choose Create New App, then From scratch, and name it.",
      "Under OAuth & Permissions add the redirect URL {redirectUri}.",
      "There, under Bot Token Scopes, add chat:write, chat:write.public, channels:read, channels:join and channels:history.",
      "There, opt in to token rotation.",
      "Under Event Subscriptions switch events on, give {inboundUrl} as the request URL, and add the bot events app_uninstalled and tokens_revoked.",
      "Under Manage Distribution activate public distribution. Have the app listed in Slack's Marketplace if you sell it: without that Slack lets it look for sent messages once a minute only, and so post once a minute per workspace.",
      "Under Basic Information copy the client ID, the client secret and the signing secret.",
    ],
    extraSecrets: ["SIGNING_SECRET"],
  },
  auth,
  // conversations.history is the narrow place: 50 a minute and workspace. A message takes one, and one post.
  // https://docs.slack.dev/apis/web-api/rate-limits
  rateLimit: { perIntegration: { requests: 5, seconds: 3 }, perApp: null },
  inboundAddress: "app",
  syncs: [],
  paymentFacts: null,
} satisfies Manifest;
