import type { DeveloperApp } from "../contract/manifest.ts";

/** https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/#register-your-application */
export const developerApp = {
  consoleUrl: "https://admin.mailchimp.com/account/oauth2/",
  steps: [
    "Sign in to Mailchimp, open Extras › Registered apps in your account and choose Register An App.",
    "Give it the name that merchants are to see, your company and your website.",
    "Add the redirect URI {redirectUri}. For tries on your own machine Mailchimp takes 127.0.0.1 and not localhost.",
    "Choose Create, and copy the client ID and the client secret at the foot of the page. The secret is not shown again.",
  ],
  extraSecrets: [],
} satisfies DeveloperApp;
