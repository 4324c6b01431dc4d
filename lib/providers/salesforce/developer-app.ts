import type { DeveloperApp } from "../contract/manifest.ts";

/**
 * https://help.salesforce.com/s/articleView?id=xcloud.configure_external_client_app_oauth_settings.htm
 * https://developer.salesforce.com/docs/atlas.en-us.packagingGuide.meta/packagingGuide/secure_code_ac_eca.htm
 */
export const developerApp = {
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
