import { readBearer } from "../../sandbox-kit/api.ts";
import type { SandboxApp, SandboxReply, SandboxRequest, SandboxRoute } from "../../sandbox-kit/contract.ts";
import { oauthRoutes } from "../../sandbox-kit/oauth.ts";
import { isFromApp } from "../../sandbox-kit/oauth-client.ts";
import { portalSchema } from "./account.ts";
import { badCode, tokenRefusal } from "./answers.ts";

/** The token endpoints take everything in the body; all else shows a bearer token. */
export function readCredential(request: SandboxRequest): string | null {
  const { url, form } = request;
  switch (url.pathname) {
    case "/oauth/2026-09/token":
      return form.get("refresh_token") ?? form.get("code");
    case "/oauth/2026-09/token/introspect":
    case "/oauth/2026-09/token/revoke":
      return form.get("token");
    default:
      return readBearer(request);
  }
}

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
const consentRoutes = oauthRoutes({
  authorize: /^app\.hubspot\.com\/oauth\/authorize$/,
  token: /^api\.hubapi\.com\/oauth\/2026-09\/token$/,
  scopeSeparator: " ",
  scopes,
  pkce: "optional",
  clientAuthentication: ["post"],
  doesWithout: ["response_type"],
  accessToken: { prefix: "CPz-", expiresInSeconds: 1_800 },
  refreshToken: { prefix: "na1-", expiresInSeconds: null, rotation: "reusable" },
  tokenReply: (issued) => ({
    token_type: "bearer",
    // A refresh brings the same refresh token again.
    refresh_token: issued.refreshToken ?? issued.request.form.get("refresh_token"),
    access_token: issued.accessToken,
    hub_id: Number(issued.grant.account.externalId),
    scopes: issued.grant.scopes,
    token_use: "access_token",
    expires_in: issued.expiresInSeconds,
  }),
  tokenRefusal: (error, description) =>
    error === "invalid_grant" && /code/.test(description)
      ? badCode(description)
      : tokenRefusal(error, description),
});

const appId = 7_204_518;
const userId = 61_340_227;

/** https://developers.hubspot.com/docs/api-reference/2026-03/authentication/oauth-tokens/token-introspect */
const introspect: SandboxRoute = {
  methods: ["POST"],
  match: /^api\.hubapi\.com\/oauth\/2026-09\/token\/introspect$/,
  access: "token",
  changes: () => false,
  handle: async (request, context) => {
    const refused = appRefusal(request, context.app);
    if (refused) return refused;
    const { credential, account } = context;
    const isKnown = credential?.kind === "access" || credential?.kind === "refresh";
    if (!account || !isKnown || credential.isExpired || credential.isRevoked) {
      return { status: 200, json: { active: false } };
    }
    const portal = await context.store.get("portal", "portal", portalSchema);
    return {
      status: 200,
      json: {
        token_use: `${credential.kind}_token`,
        active: true,
        token: request.form.get("token"),
        hub_id: Number(account.externalId),
        user_id: userId,
        client_id: context.app.clientId,
        app_id: appId,
        scopes: credential.grant.scopes,
        expires_in: 1_800,
        is_private_distribution: false,
        token_type: "Bearer",
        user: portal?.user,
        hub_domain: portal?.hubDomain,
      },
    };
  },
};

/** https://developers.hubspot.com/docs/api-reference/latest/authentication/oauth-tokens/revoke-token: refresh tokens only. */
const revoke: SandboxRoute = {
  methods: ["POST"],
  match: /^api\.hubapi\.com\/oauth\/2026-09\/token\/revoke$/,
  access: "token",
  handle: async (request, context) => {
    const refused = appRefusal(request, context.app);
    if (refused) return refused;
    const { credential } = context;
    const token = request.form.get("token");
    if (token === null || credential?.kind !== "refresh" || credential.isRevoked) {
      return tokenRefusal("invalid_grant", "refresh token is invalid, expired or revoked");
    }
    await context.revoke(token);
    return { status: 204 };
  },
};

export const oauth: readonly SandboxRoute[] = [...consentRoutes, introspect, revoke];

function appRefusal(request: SandboxRequest, app: SandboxApp): SandboxReply | null {
  if (isFromApp(request, request.form, app, ["post"])) return null;
  return tokenRefusal("invalid_client", "missing or invalid client secret");
}
