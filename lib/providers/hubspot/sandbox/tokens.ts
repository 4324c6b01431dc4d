import { createHash, timingSafeEqual } from "node:crypto";
import type { SandboxApp, SandboxReply, SandboxRequest, SandboxRoute } from "../../sandbox-kit/contract.ts";
import { tokenRefusal } from "./answers.ts";
import { portalSchema } from "./portal.ts";

const appId = 7_204_518;
const userId = 61_340_227;

/** https://developers.hubspot.com/docs/api-reference/2026-03/authentication/oauth-tokens/token-introspect */
const introspect: SandboxRoute = {
  methods: ["POST"],
  match: /^api\.hubapi\.com\/oauth\/2026-09\/token\/introspect$/,
  access: "token",
  changes: () => false,
  handle: async (request, desk) => {
    const refused = appRefusal(request, desk.app);
    if (refused) return refused;
    const { credential, account } = desk;
    const isKnown = credential?.kind === "access" || credential?.kind === "refresh";
    if (!account || !isKnown || credential.isExpired || credential.isRevoked) {
      return { status: 200, json: { active: false } };
    }
    const portal = await desk.store.get("portal", "portal", portalSchema);
    return {
      status: 200,
      json: {
        token_use: `${credential.kind}_token`,
        active: true,
        token: request.form.get("token"),
        hub_id: Number(account.externalId),
        user_id: userId,
        client_id: desk.app.clientId,
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
  handle: async (request, desk) => {
    const refused = appRefusal(request, desk.app);
    if (refused) return refused;
    const { credential } = desk;
    const token = request.form.get("token");
    if (token === null || credential?.kind !== "refresh" || credential.isRevoked) {
      return tokenRefusal("invalid_grant", "refresh token is invalid, expired or revoked");
    }
    await desk.revoke(token);
    return { status: 204 };
  },
};

export const tokenRoutes = [introspect, revoke];

function appRefusal({ form }: SandboxRequest, app: SandboxApp): SandboxReply | null {
  const isOurs =
    form.get("client_id") === app.clientId && isSame(form.get("client_secret"), app.clientSecret);
  return isOurs ? null : tokenRefusal("invalid_client", "missing or invalid client secret");
}

function isSame(given: string | null, expected: string): boolean {
  const [one, other] = [given ?? "", expected].map((text) => createHash("sha256").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
