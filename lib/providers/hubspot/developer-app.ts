import type { DeveloperApp } from "../contract/manifest.ts";
import { scopes } from "./auth.ts";

/** https://developers.hubspot.com/docs/apps/developer-platform/build-apps/create-an-app */
export const developerApp = {
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
