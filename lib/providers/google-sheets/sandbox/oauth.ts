import { z } from "zod";
import type { SandboxRoute } from "../../sandbox-kit/contract.ts";
import { oauthRoutes } from "../../sandbox-kit/oauth.ts";
import { tokenError } from "./answers.ts";
import { grantedScopes, scopeTitles } from "./scopes.ts";

const accessSeconds = 3_599;

/** https://developers.google.com/identity/protocols/oauth2/web-server */
const standardRoutes = oauthRoutes({
  authorize: /^accounts\.google\.com\/o\/oauth2\/v2\/auth$/,
  token: /^oauth2\.googleapis\.com\/token$/,
  scopeSeparator: " ",
  scopes: scopeTitles,
  pkce: "optional",
  clientAuthentication: ["post", "basic"],
  accessToken: { prefix: "ya29.a0", expiresInSeconds: accessSeconds },
  refreshToken: {
    prefix: "1//0",
    expiresInSeconds: null,
    rotation: "reusable",
    // Every consent here counts as a repeated one: it brings a refresh token only where it was asked for again.
    isAsked: ({ data }) => data.access_type === "offline" && /\bconsent\b/.test(data.prompt ?? ""),
  },
  tokenReply: ({ accessToken, expiresInSeconds, refreshToken, grant }) => ({
    access_token: accessToken,
    expires_in: expiresInSeconds,
    ...(refreshToken === null ? {} : { refresh_token: refreshToken }),
    scope: grant.scopes.join(" "),
    token_type: "Bearer",
  }),
  tokenRefusal: (error, description) => {
    if (error === "invalid_client") {
      return { ...tokenError(error, "The OAuth client was not found."), status: 401 };
    }
    if (error !== "invalid_grant") return tokenError(error, description);
    const isRefresh = description.includes("refresh token");
    return tokenError(error, isRefresh ? "Token has been expired or revoked." : "Bad Request");
  },
});

const tokens = z.looseObject({ scope: z.string() });

/** What the person took back since the consent is not in a token's answer either. */
function withScopesLeft(route: SandboxRoute): SandboxRoute {
  if (route.access !== "token") return route;
  return {
    ...route,
    handle: async (request, context, groups) => {
      const reply = await route.handle(request, context, groups);
      const answer = tokens.safeParse(reply.json);
      if (reply.status !== 200 || !answer.success) return reply;
      return { ...reply, json: { ...answer.data, scope: (await grantedScopes(context)).join(" ") } };
    },
  };
}

/** Either token ends what came of the consent. https://developers.google.com/identity/protocols/oauth2/web-server#tokenrevoke */
const revokeRoute: SandboxRoute = {
  methods: ["POST"],
  match: /^oauth2\.googleapis\.com\/revoke$/,
  access: "open",
  handle: async (request, context) => {
    const token = request.form.get("token") ?? request.url.searchParams.get("token");
    if (!token) return tokenError("invalid_request", "Missing required parameter: token");
    const credential = await context.find(token);
    if (!credential || credential.isRevoked || credential.isExpired) {
      return tokenError("invalid_token", "Token expired or revoked");
    }
    await context.revokeGrant(credential.grant.id);
    return { status: 200, json: {} };
  },
};

/** Tells what an access token is good for; google-auth-library asks it with the token as bearer. */
const tokenInfoRoute: SandboxRoute = {
  methods: ["GET", "POST"],
  match: /^oauth2\.googleapis\.com\/tokeninfo$/,
  access: "api",
  handle: async (_request, context) => ({
    status: 200,
    json: {
      azp: context.app.clientId,
      aud: context.app.clientId,
      scope: (await grantedScopes(context)).join(" "),
      exp: String(Math.floor(context.now().getTime() / 1_000) + accessSeconds),
      expires_in: String(accessSeconds),
      access_type: context.credential?.grant.data.access_type ?? "online",
    },
  }),
};

export const tokenRoutes = [...standardRoutes.map(withScopesLeft), revokeRoute, tokenInfoRoute];
