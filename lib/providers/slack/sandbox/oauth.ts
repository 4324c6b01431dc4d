import type { SandboxRequest } from "../../sandbox-kit/contract.ts";
import { oauthRoutes } from "../../sandbox-kit/oauth.ts";
import { refusal } from "./answers.ts";
import { method, readToken } from "./api.ts";
import { bot, ownerUserId, workspaceUrl } from "./workspace.ts";

/** Some of https://docs.slack.dev/reference/scopes, as Slack's consent page words them. */
const scopes = {
  "app_mentions:read": "View messages that directly mention @patchbay",
  "channels:history": "View messages and other content in public channels that Patchbay has been added to",
  "channels:join": "Join public channels in a workspace",
  "channels:manage": "Manage public channels that Patchbay has been added to and create new ones",
  "channels:read": "View basic information about public channels in a workspace",
  "chat:write": "Send messages as @patchbay",
  "chat:write.customize": "Send messages as @patchbay with a customized username and avatar",
  "chat:write.public": "Send messages to channels @patchbay isn't a member of",
  commands: "Add shortcuts and/or slash commands that people can use",
  "files:write": "Upload, edit, and delete files as Patchbay",
  "groups:history": "View messages and other content in private channels that Patchbay has been added to",
  "groups:read": "View basic information about private channels that Patchbay has been added to",
  "im:read": "View basic information about direct messages that Patchbay has been added to",
  "im:write": "Start direct messages with people",
  "incoming-webhook": "Post messages to specific channels in Slack",
  "mpim:read": "View basic information about group direct messages that Patchbay has been added to",
  "reactions:write": "Add and edit emoji reactions",
  "team:read": "View the name, email domain, and icon for workspaces Patchbay is connected to",
  "users:read": "View people in a workspace",
} as const;

type TokenReply = Parameters<typeof oauthRoutes>[0]["tokenReply"];

/** https://docs.slack.dev/authentication/using-token-rotation: 12 hours, and each refresh token once. */
export const consentRoutes = oauthRoutes({
  authorize: /^slack\.com\/oauth\/v2\/authorize$/,
  token: /^slack\.com\/api\/oauth\.v2\.access$/,
  scopeSeparator: ",",
  scopes,
  pkce: "none",
  clientAuthentication: ["post", "basic"],
  doesWithout: ["response_type", "redirect_uri", "grant_type"],
  accessToken: { prefix: "xoxe.xoxb-1-", expiresInSeconds: 43_200 },
  refreshToken: { prefix: "xoxe-1-", expiresInSeconds: null, rotation: "single_use" },
  tokenReply,
  tokenRefusal: (error, description) => refusal(toTokenError(error, description)),
});

/** https://docs.slack.dev/reference/methods/oauth.v2.access */
function tokenReply(issued: Parameters<TokenReply>[0]) {
  const { grant, request } = issued;
  return {
    ok: true,
    app_id: bot.appId,
    ...(isRefresh(request) ? {} : { authed_user: { id: ownerUserId } }),
    scope: grant.scopes.join(","),
    token_type: "bot",
    access_token: issued.accessToken,
    bot_user_id: bot.userId,
    ...(issued.expiresInSeconds === null ? {} : { expires_in: issued.expiresInSeconds }),
    ...(issued.refreshToken === null ? {} : { refresh_token: issued.refreshToken }),
    team: { id: grant.account.externalId, name: grant.account.label },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** https://docs.slack.dev/reference/methods/auth.test */
export const authTest = method("auth.test", [], async ({ context, ok }) => {
  const { label, externalId } = context.account ?? { label: "", externalId: "" };
  return ok({
    url: workspaceUrl(label),
    team: label,
    user: bot.handle,
    team_id: externalId,
    user_id: bot.userId,
    bot_id: bot.botId,
    is_enterprise_install: false,
  });
});

/** https://docs.slack.dev/reference/methods/auth.revoke: where tokens rotate, it ends the one that is shown. */
export const authRevoke = method("auth.revoke", [], async ({ context, values, request, ok }) => {
  const token = readToken(request);
  if (token === null) return refusal("not_authed");
  if (values.flag("test")) return ok({ revoked: false });
  await context.revoke(token);
  return ok({ revoked: true });
});

function isRefresh({ form }: SandboxRequest): boolean {
  return form.get("grant_type") === "refresh_token";
}

function toTokenError(error: string, description: string): string {
  if (error === "invalid_client") return "bad_client_secret";
  if (error === "unsupported_grant_type") return "invalid_grant_type";
  if (description.includes("redirect_uri")) return "bad_redirect_uri";
  return description.includes("refresh") ? "invalid_refresh_token" : "invalid_code";
}
