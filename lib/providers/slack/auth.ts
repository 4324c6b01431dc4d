import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { OAuth2Auth, Scope } from "../contract/auth.ts";

const tokens = z.looseObject({ ok: z.literal(true), scope: z.string().optional().catch(undefined) });

const refusal = z.looseObject({ ok: z.literal(false), error: z.string() });

/** Errors of oauth.v2.access, and what RFC 6749 §5.2 calls them. */
const errorNames: Readonly<Record<string, string>> = {
  invalid_code: "invalid_grant",
  code_already_used: "invalid_grant",
  invalid_code_verifier: "invalid_grant",
  bad_redirect_uri: "invalid_grant",
  invalid_refresh_token: "invalid_grant",
  token_expired: "invalid_grant",
  token_revoked: "invalid_grant",
  account_inactive: "invalid_grant",
  invalid_client_id: "invalid_client",
  bad_client_secret: "invalid_client",
  invalid_grant_type: "unsupported_grant_type",
  no_scopes: "invalid_scope",
  invalid_scope: "invalid_scope",
  pkce_not_allowed: "unauthorized_client",
  cannot_install_an_org_installed_app: "unauthorized_client",
  // Not of §5.2, but of §4.1.2.1: what passes on its own must never look like a grant that has ended.
  internal_error: "temporarily_unavailable",
  fatal_error: "temporarily_unavailable",
  service_unavailable: "temporarily_unavailable",
  request_timeout: "temporarily_unavailable",
  ratelimited: "temporarily_unavailable",
  team_added_to_org: "temporarily_unavailable",
  org_login_required: "temporarily_unavailable",
};

/**
 * Bot scopes (https://docs.slack.dev/reference/scopes). Nothing that lets us see people, private channels or direct
 * messages. Slack shows a bot the history of those public channels only that it has joined, hence `channels:join`.
 */
const scopes = [
  {
    id: "chat:write",
    title: "Post messages as Patchbay",
    reason: "Your team reads in Slack what happens in your shop.",
  },
  {
    id: "chat:write.public",
    title: "Post in any public channel",
    reason: "You can choose any public channel, also one to which nobody has invited Patchbay.",
  },
  {
    id: "channels:read",
    title: "See the list of your public channels",
    reason: "You choose the channel from a list, and need not look up its ID.",
  },
  {
    id: "channels:join",
    title: "Join public channels",
    reason: "Slack lets an app look for its own messages only in channels that it has joined.",
  },
  {
    id: "channels:history",
    title: "Read messages in the public channels it has joined",
    reason:
      "When Slack's answer was lost, Patchbay looks whether its message is there, so that nothing is posted twice. It keeps none of what it reads.",
  },
] as const satisfies readonly Scope[];

const askedFor = new Set<string>(scopes.map(({ id }) => id));

/**
 * Slack's OAuth 2.0, second version: https://docs.slack.dev/authentication/installing-with-oauth. With token rotation
 * (https://docs.slack.dev/authentication/using-token-rotation) access ends after 12 h and each refresh token serves
 * once; an app without rotation gets a token that does not end, and no refresh token.
 */
export const auth = {
  kind: "oauth2",
  input: z.strictObject({}),
  endpoints: () => ({
    authorize: "https://slack.com/oauth/v2/authorize",
    token: "https://slack.com/api/oauth.v2.access",
  }),
  scopes,
  scopeSeparator: ",",
  // Slack refuses PKCE (`pkce_not_allowed`) unless an app is switched over to it for good, as a public client.
  hasPkce: false,
  clientAuthentication: "basic",
  refresh: "single_use",
  readTokenAnswer,
  revoke: ({ credentials }) => ({
    method: "POST",
    url: "https://slack.com/api/auth.revoke",
    headers: { authorization: `Bearer ${credentials.accessToken ?? ""}` },
    form: {},
  }),
} satisfies OAuth2Auth;

export function isScopeAskedFor(id: string): boolean {
  return askedFor.has(id);
}

/**
 * An answer of oauth.v2.access (https://docs.slack.dev/reference/methods/oauth.v2.access) in the form of RFC 6749: its
 * `token_type` is `bot` for what is shown as a bearer token, its scopes stand with commas, and it refuses with HTTP 200.
 * What is in neither form is handed back as it is, to be refused by whoever reads the standard's form.
 */
function readTokenAnswer(answer: unknown): unknown {
  const parsed = tokens.safeParse(answer);
  if (parsed.success) {
    const { ok: _ok, scope, ...rest } = parsed.data;
    const spaced = scope === undefined ? {} : { scope: scope.split(",").join(" ") };
    return { ...rest, ...spaced, token_type: "bearer" };
  }
  const refused = refusal.safeParse(answer);
  if (!refused.success) return answer;
  const { error } = refused.data;
  return { error: lookUp(errorNames, error) ?? "invalid_request", error_description: `Slack: ${error}` };
}
