import { oauthRoutes } from "../../sandbox-kit/oauth.ts";
import { badCode, tokenRefusal } from "./answers.ts";

/** Some of HubSpot's scopes, as its consent page words them. */
const scopes = {
  oauth: "Basic OAuth functionality",
  "account-info.security.read": "View account info and security activity",
  "crm.objects.companies.read": "View properties and other details about companies",
  "crm.objects.companies.write": "View properties and create, delete, or make changes to companies",
  "crm.objects.contacts.read": "View properties and other details about contacts",
  "crm.objects.contacts.write": "Create, delete, and make changes to contacts",
  "crm.objects.deals.read": "View properties and other details about deals",
  "crm.objects.deals.write": "Create, delete, and make changes to deals",
  "crm.objects.owners.read": "View details about users assigned to a CRM record",
  "crm.schemas.contacts.read": "View details about property settings for contacts",
  "crm.schemas.contacts.write": "Create, delete, or make changes to property settings for contacts",
  "crm.schemas.deals.read": "View details about property settings for deals",
  "crm.schemas.deals.write": "Create, delete, or make changes to property settings for deals",
  forms: "Access the Forms API",
  tickets: "View tickets",
  timeline: "Create custom events on the timeline",
} as const;

/** https://developers.hubspot.com/docs/api-reference/latest/authentication/manage-oauth-tokens */
export const consentRoutes = oauthRoutes({
  authorize: /^app\.hubspot\.com\/oauth\/authorize$/,
  token: /^api\.hubapi\.com\/oauth\/2026-09\/token$/,
  scopeSeparator: " ",
  scopes,
  pkce: "optional",
  clientAuthentication: ["post"],
  doesWithout: ["response_type"],
  accessToken: { prefix: "CPz-", expiresInSeconds: 1_800 },
  refreshToken: { prefix: "na1-", expiresInSeconds: null, rotation: "reusable" },
  tokenReply: (given) => ({
    token_type: "bearer",
    // A refresh brings the same refresh token again.
    refresh_token: given.refreshToken ?? given.request.form.get("refresh_token"),
    access_token: given.accessToken,
    hub_id: Number(given.grant.account.externalId),
    scopes: given.grant.scopes,
    token_use: "access_token",
    expires_in: given.expiresInSeconds,
  }),
  tokenRefusal: (error, description) =>
    error === "invalid_grant" && /code/.test(description)
      ? badCode(description)
      : tokenRefusal(error, description),
});
