import { createHash, createHmac } from "node:crypto";
import { z } from "zod";
import type {
  SandboxContext,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
  SandboxStore,
} from "../../sandbox-kit/contract.ts";
import { type OAuthSandboxOptions, oauthRoutes } from "../../sandbox-kit/oauth.ts";
import { endedGrant, tokenFault } from "./answers.ts";
import { organizationId, userId } from "./org.ts";

const issuedTokens = z.looseObject({ access_token: z.string() });

/** As an app for many orgs must be: PKCE, and refresh tokens that serve once. */
const options = {
  scopeSeparator: " ",
  scopes: {
    api: "Manage user data via APIs",
    refresh_token: "Perform requests at any time",
    offline_access: "Perform requests at any time",
    id: "Access the identity URL service",
    openid: "Access unique user identifiers",
    profile: "Access your basic profile",
    chatter_api: "Access Connect REST API resources",
    web: "Manage user data via Web browsers",
    full: "Full access",
  },
  pkce: "required",
  clientAuthentication: ["post", "basic"],
  accessToken: { prefix: "00D5g000000SbxM!AQ", expiresInSeconds: null },
  refreshToken: {
    prefix: "5Aep861",
    expiresInSeconds: null,
    rotation: "single_use",
    isAsked: ({ scopes }) => scopes.some((scope) => scope === "refresh_token" || scope === "offline_access"),
  },
  tokenReply,
  tokenRefusal,
} satisfies Omit<OAuthSandboxOptions, "authorize" | "token">;

/**
 * The general sign-in hosts, where the merchant chooses an org, and each org's own.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm
 */
export const consentRoutes: readonly SandboxRoute[] = [
  ...oauthRoutes({
    ...options,
    authorize: /^(?:login|test)\.salesforce\.com\/services\/oauth2\/authorize$/,
    token: /^(?:login|test)\.salesforce\.com\/services\/oauth2\/token$/,
  }),
  ...oauthRoutes({
    ...options,
    authorize: /^(?<domain>[^/]+\.my\.salesforce\.com)\/services\/oauth2\/authorize$/,
    token: /^[^/]+\.my\.salesforce\.com\/services\/oauth2\/token$/,
    readAccount: (_request, { domain = "" }) => domain,
  }),
].map((route) => (route.access === "token" ? withSessions(route) : route));

/** https://developer.salesforce.com/docs/platform/mobile-sdk/guide/oauth-revoking-tokens.html */
export const revokeRoute: SandboxRoute = {
  methods: ["POST"],
  match: /^[^/]+\.salesforce\.com\/services\/oauth2\/revoke$/,
  access: "open",
  handle: async ({ form }, context) => {
    const token = form.get("token") ?? "";
    const credential = await context.find(token);
    if (!credential || credential.isRevoked) return tokenFault(400, "invalid_token", "invalid token");
    if (credential.kind === "refresh") await context.revokeGrant(credential.grant.id);
    else await context.revoke(token);
    return { status: 200, text: "" };
  },
};

/** What a request shows of itself: a code or refresh token where tokens are given out, an access token elsewhere. */
export function readCredential(request: SandboxRequest): string | null {
  const { form, url } = request;
  if (url.pathname.endsWith("/oauth2/token")) return form.get("refresh_token") ?? form.get("code");
  return url.pathname.endsWith("/oauth2/revoke") ? form.get("token") : readBearer(request);
}

/**
 * Notes the sessions that begin; and ends the grant where a refresh token comes a second time, for it may be stolen.
 * https://help.salesforce.com/s/articleView?id=005316711&type=1
 */
function withSessions(route: SandboxRoute): SandboxRoute {
  return {
    ...route,
    handle: async (request, context, groups) => {
      const { credential } = context;
      if (credential?.kind === "refresh" && credential.isUsed) {
        await context.revokeGrant(credential.grant.id);
        return endedGrant(request);
      }
      const reply = await route.handle(request, context, groups);
      const tokens = issuedTokens.safeParse(reply.json).data;
      if (tokens) await startSession(context.store, tokens.access_token, context.now());
      return reply;
    },
  };
}

function tokenReply(issued: Parameters<OAuthSandboxOptions["tokenReply"]>[0]) {
  const { grant, app, request } = issued;
  const isOnSandboxHost =
    request.url.host === "test.salesforce.com" || request.url.host.includes(".sandbox.");
  const host = isOnSandboxHost ? "test.salesforce.com" : "login.salesforce.com";
  const id = `https://${host}/id/${organizationId(grant.account)}/${userId}`;
  const issuedAt = String(Date.now());
  return {
    access_token: issued.accessToken,
    ...(issued.refreshToken === null ? {} : { refresh_token: issued.refreshToken }),
    signature: createHmac("sha256", app.clientSecret).update(`${id}${issuedAt}`).digest("base64"),
    scope: grant.scopes.join(" "),
    instance_url: `https://${grant.account.externalId}`,
    id,
    token_type: "Bearer",
    issued_at: issuedAt,
  };
}

function tokenRefusal(error: string, description: string): SandboxReply {
  if (error === "invalid_client") return tokenFault(400, "invalid_client", "invalid client credentials");
  if (error === "unsupported_grant_type") return tokenFault(400, error, "grant type not supported");
  if (error !== "invalid_grant") return tokenFault(400, error, description);
  if (description.includes("redirect_uri")) {
    return tokenFault(400, "redirect_uri_mismatch", "redirect_uri must match configuration");
  }
  if (description.includes("code_verifier")) return tokenFault(400, error, "invalid code verifier");
  return tokenFault(
    400,
    error,
    description.includes("refresh") ? "expired access/refresh token" : "expired authorization code",
  );
}

const sessionSchema = z.looseObject({ startedAt: z.string() });
const endSchema = z.looseObject({ endedAt: z.string() });

/**
 * Salesforce does not tell how long a session lasts: it ends when it was idle for long, or when an administrator ends
 * it. Here they end by command, all at once.
 */
export async function endAllSessions(store: SandboxStore, now: Date): Promise<void> {
  await store.put("setting", "sessions-ended", { endedAt: now.toISOString() });
}

/** Notes that an access token was given out. */
async function startSession(store: SandboxStore, token: string, now: Date): Promise<void> {
  await store.put("session", hashToken(token), { startedAt: now.toISOString() });
}

/** Whether the sessions were ended after the token of a request was given out. */
export async function isSessionEnded({ store }: SandboxContext, request: SandboxRequest): Promise<boolean> {
  const end = await store.get("setting", "sessions-ended", endSchema);
  if (!end) return false;
  const session = await store.get("session", hashToken(readBearer(request) ?? ""), sessionSchema);
  return session === null || session.startedAt <= end.endedAt;
}

function readBearer({ headers }: SandboxRequest): string | null {
  return /^(?:Bearer|OAuth) (\S+)$/i.exec(headers.authorization ?? "")?.[1] ?? null;
}

/** Not the token itself: what the sandbox holds can be looked at. */
function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex").slice(0, 16);
}
