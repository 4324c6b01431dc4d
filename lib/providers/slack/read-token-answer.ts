import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";

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
  // Not of §5.2, but of §4.1.2.1: what passes by itself must never look like a grant that has ended.
  internal_error: "temporarily_unavailable",
  fatal_error: "temporarily_unavailable",
  service_unavailable: "temporarily_unavailable",
  request_timeout: "temporarily_unavailable",
  ratelimited: "temporarily_unavailable",
  team_added_to_org: "temporarily_unavailable",
  org_login_required: "temporarily_unavailable",
};

/**
 * An answer of oauth.v2.access (https://docs.slack.dev/reference/methods/oauth.v2.access) in the form of RFC 6749: its
 * `token_type` is `bot` for what is shown as a bearer token, its scopes stand with commas, and it refuses with HTTP 200.
 * What is in neither form is handed back as it is, to be refused by whoever reads the standard's form.
 */
export function readTokenAnswer(answer: unknown): unknown {
  const given = tokens.safeParse(answer);
  if (given.success) {
    const { ok: _ok, scope, ...rest } = given.data;
    const spaced = scope === undefined ? {} : { scope: scope.split(",").join(" ") };
    return { ...rest, ...spaced, token_type: "bearer" };
  }
  const refused = refusal.safeParse(answer);
  if (!refused.success) return answer;
  const { error } = refused.data;
  return { error: lookUp(errorNames, error) ?? "invalid_request", error_description: `Slack: ${error}` };
}
