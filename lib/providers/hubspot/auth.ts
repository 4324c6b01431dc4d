import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { OAuth2Auth, Scope } from "../contract/auth.ts";

export const apiRoot = "https://api.hubapi.com";

/** Versions are dates, at the place in each path that HubSpot gives them: /crm/objects/2026-09/contacts. */
export const apiVersion = "2026-09";

/**
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/scopes. Fields and pipelines
 * are readable with the scopes of the objects that they belong to, so no `crm.schemas.*.read` is asked for. HubSpot
 * installs an app only if all that it asks for is granted.
 */
export const scopes = [
  {
    id: "oauth",
    title: "Connect to your HubSpot account",
    reason: "HubSpot asks this of every app. Patchbay also learns which currencies your account uses.",
  },
  {
    id: "crm.objects.contacts.read",
    title: "Look up contacts",
    reason: "Patchbay finds the contact that a guest's email address belongs to.",
  },
  {
    id: "crm.objects.contacts.write",
    title: "Add and change contacts",
    reason: "Guests become contacts, and what changes about them is written there.",
  },
  {
    id: "crm.objects.deals.read",
    title: "See your deals, pipelines and stages",
    reason: "You choose pipeline and stage from a list, and no deal is made twice.",
  },
  {
    id: "crm.objects.deals.write",
    title: "Add deals",
    reason: "A large order or an enquiry becomes a deal.",
  },
  {
    id: "crm.schemas.deals.write",
    title: "Add a field to your deals",
    reason:
      "Patchbay adds one field, “Patchbay reference”, by which HubSpot itself refuses a deal that is there already. It changes no other field.",
  },
] as const satisfies readonly Scope[];

const askedFor = new Set<string>(scopes.map(({ id }) => id));

export function isScopeAskedFor(id: string): boolean {
  return askedFor.has(id);
}

const tokens = z.looseObject({
  access_token: z.string().min(1),
  scopes: z.array(z.string()).optional().catch(undefined),
});
const standardRefusal = z.looseObject({ error: z.string().min(1) });
const ownRefusal = z.looseObject({ status: z.string(), message: z.string().optional() });

/** HubSpot's own words for RFC 6749 §5.2, which some of its refusals come with alone. */
const standardErrors: Readonly<Record<string, string>> = {
  BAD_AUTH_CODE: "invalid_grant",
  BAD_REFRESH_TOKEN: "invalid_grant",
  BAD_HUB: "invalid_grant",
  BAD_CLIENT_ID: "invalid_client",
  BAD_CLIENT_SECRET: "invalid_client",
  BAD_REDIRECT_URI: "invalid_request",
  BAD_GRANT_TYPE: "unsupported_grant_type",
};

/**
 * An answer of HubSpot's token endpoint in the form of RFC 6749: what was granted comes as the list `scopes`.
 * https://developers.hubspot.com/docs/api-reference/latest/authentication/manage-oauth-tokens
 */
export function readTokenAnswer(answer: unknown): unknown {
  const parsed = tokens.safeParse(answer);
  if (parsed.success) {
    const { scopes, id_token: _, ...rest } = parsed.data;
    return { ...rest, token_type: "bearer", ...(scopes ? { scope: scopes.join(" ") } : {}) };
  }
  const own = ownRefusal.safeParse(answer).data;
  const error = own && lookUp(standardErrors, own.status);
  if (error !== undefined) {
    return { error, error_description: [own?.status, own?.message].filter(Boolean).join(": ") };
  }
  return standardRefusal.safeParse(answer).data ?? answer;
}

/**
 * OAuth 2.0 by the date-versioned endpoints, which take everything in the body:
 * https://developers.hubspot.com/docs/api-reference/latest/authentication/manage-oauth-tokens. Access ends after
 * 1800 s; a refresh token serves until it is revoked.
 */
export const auth = {
  kind: "oauth2",
  input: z.strictObject({}),
  endpoints: () => ({
    authorize: "https://app.hubspot.com/oauth/authorize",
    token: `${apiRoot}/oauth/${apiVersion}/token`,
  }),
  scopes,
  scopeSeparator: " ",
  // The guide describes the code's exchange for apps with a secret, without a challenge in the authorize address.
  hasPkce: false,
  clientAuthentication: "post",
  refresh: "reusable",
  readTokenAnswer,
  // Access that was given out before lives on for its half hour, and the app stays among the account's connected apps.
  revoke: ({ credentials, app }) => ({
    method: "POST",
    url: `${apiRoot}/oauth/${apiVersion}/token/revoke`,
    form: {
      client_id: app.clientId,
      client_secret: app.clientSecret,
      token: credentials.refreshToken ?? "",
      token_type_hint: "refresh_token",
    },
  }),
} satisfies OAuth2Auth;
