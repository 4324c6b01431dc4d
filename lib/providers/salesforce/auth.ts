import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { trimmedText } from "#lib/text-schema.ts";
import type { FieldMeta, OAuth2Auth, Scope } from "../contract/auth.ts";
import type { ProviderApp } from "../contract/provider-app.ts";
import type { ProviderError } from "../contract/provider-error.ts";
import { failure } from "../kit/failures.ts";
import { isHmac } from "../kit/hmac.ts";
import { loginHost, loginHostForm, readInstanceUrl } from "./hosts.ts";
import { tell } from "./words.ts";

/**
 * Salesforce has no finer ones for records: what the connection may do beyond this is decided by the permissions of
 * the person who connects. https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_tokens_scopes.htm
 */
export const scopes = [
  {
    id: "api",
    title: "See and change in Salesforce what you may see and change",
    reason:
      "To add leads, opportunities and other records, to look whether they are there already, and to list your stages and fields.",
  },
  {
    id: "refresh_token",
    title: "Stay connected while you are not signed in",
    reason: "So that an order at night reaches Salesforce too.",
  },
] as const satisfies readonly Scope[];

const tokens = z.looseObject({
  access_token: z.string(),
  scope: z.string().optional().catch(undefined),
  expires_in: z.number().positive().optional().catch(undefined),
});
const refusal = z.looseObject({ error: z.string(), error_description: z.string().optional() });

/**
 * Salesforce does not say when a session ends, and one that is in use may go on and on; but a refresh token that rests
 * for 30 days is void (https://help.salesforce.com/s/articleView?id=xcloud.connected_app_limit_idle_ttl.htm). So access
 * is renewed once a week, whether or not it still works.
 */
const renewEverySeconds = 7 * 24 * 60 * 60;

/** Salesforce's own words for what RFC 6749 §5.2 has a name for, or §4.1.2.1 where it passes on its own. */
const standardNames: Readonly<Record<string, string>> = {
  inactive_user: "invalid_grant",
  inactive_org: "invalid_grant",
  invalid_client_id: "invalid_client",
  invalid_client_credentials: "invalid_client",
  rate_limit_exceeded: "temporarily_unavailable",
  unknown_error: "server_error",
};

/**
 * An answer of /services/oauth2/token in the form of RFC 6749.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_flow_errors.htm
 */
export function readTokenAnswer(answer: unknown): unknown {
  const parsed = tokens.safeParse(answer);
  if (parsed.success) {
    // Who signed in is not asked for: an ID token that comes all the same is not read.
    const { scope, id_token: _, expires_in = renewEverySeconds, ...rest } = parsed.data;
    const known = scope === undefined ? {} : { scope: withImpliedScopes(scope.split(" ")).join(" ") };
    return { ...rest, expires_in, ...known };
  }
  const refused = refusal.safeParse(answer);
  if (!refused.success) return answer;
  const { error, error_description: description = "" } = refused.data;
  // Two refreshes at once: one of them is served, and the grant lives on.
  const isRace = error === "invalid_grant" && /already being processed/i.test(description);
  return {
    ...refused.data,
    error: isRace ? "temporarily_unavailable" : (lookUp(standardNames, error) ?? error),
  };
}

/** https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_tokens_scopes.htm */
function withImpliedScopes(granted: readonly string[]): string[] {
  const implied = { full: "api", offline_access: "refresh_token" };
  const added = Object.entries(implied).flatMap(([one, other]) => (granted.includes(one) ? [other] : []));
  return [...new Set([...granted, ...added])];
}

const origin = z.looseObject({
  instance_url: z.string(),
  id: z.string(),
  issued_at: z.union([z.string(), z.int().transform(String)]),
  signature: z.string(),
});

/**
 * Where the org lives, and its id: what later calls need of a token answer.
 * @param app the signature is checked where it is given
 * @throws {ProviderError} unavailable where the answer names a host that is not Salesforce's, or is signed wrongly
 */
export function readSettings(answer: unknown, app?: ProviderApp): Record<string, string> {
  const read = origin.safeParse(answer);
  if (!read.success) throw untrusted(`token answer: ${z.prettifyError(read.error)}`);
  const { instance_url, id, issued_at, signature } = read.data;
  const instanceUrl = readInstanceUrl(instance_url);
  if (instanceUrl === null) throw untrusted(`instance_url ${instance_url.slice(0, 200)}`);
  if (app && !isSigned(`${id}${issued_at}`, signature, app)) {
    throw untrusted("The signature does not fit the id and issued_at.");
  }
  const organizationId = /\/id\/(00D[A-Za-z0-9]{12,15})\/005[A-Za-z0-9]{12,15}$/.exec(id)?.[1];
  if (organizationId === undefined) throw untrusted(`id ${id.slice(0, 200)}`);
  return { instanceUrl, organizationId };
}

/**
 * Base64 of HMAC-SHA256 over the identity URL and the time, with the client's secret: the identity URL, and with it
 * the org, was not changed since Salesforce sent it.
 */
function isSigned(message: string, signature: string, { clientSecret }: ProviderApp): boolean {
  return isHmac({ signature, encoding: "base64", secret: clientSecret, parts: [message] });
}

function untrusted(detail: string): ProviderError {
  return failure("unavailable", tell("answer_sign_in_does_not"), detail);
}

/**
 * Salesforce's web server flow with PKCE, which it demands of apps for many orgs, as it does rotating refresh tokens:
 * each serves once, and one that comes a second time ends the whole grant. An app may also keep its refresh token.
 * https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_web_server_flow.htm
 * https://developer.salesforce.com/docs/atlas.en-us.packagingGuide.meta/packagingGuide/secure_code_ac_eca.htm
 */
export const auth = {
  kind: "oauth2",
  input: z.strictObject({
    host: trimmedText(500)
      // Phones begin with a capital, and hosts know none.
      .toLowerCase()
      .regex(
        loginHostForm,
        "Give the address on which you sign in to Salesforce: login.salesforce.com, test.salesforce.com, or your own, such as ana.my.salesforce.com.",
      )
      .default("login.salesforce.com")
      .meta({
        title: "Where you sign in",
        description:
          "Leave it as it is, unless your company signs in at an address of its own: then paste that from the browser. For a sandbox org it is test.salesforce.com.",
        placeholder: "login.salesforce.com",
      } satisfies FieldMeta),
  }),
  endpoints: (settings) => ({
    authorize: `https://${loginHost(settings)}/services/oauth2/authorize`,
    token: `https://${loginHost(settings)}/services/oauth2/token`,
  }),
  scopes,
  scopeSeparator: " ",
  hasPkce: true,
  clientAuthentication: "post",
  refresh: "single_use",
  readTokenAnswer,
  readSettings,
  // The refresh token takes every access token with it.
  // https://developer.salesforce.com/docs/platform/mobile-sdk/guide/oauth-revoking-tokens.html
  revoke: ({ credentials, settings }) => ({
    method: "POST",
    url: `${readInstanceUrl(settings.instanceUrl ?? "") ?? `https://${loginHost(settings)}`}/services/oauth2/revoke`,
    form: { token: credentials.refreshToken ?? credentials.accessToken ?? "" },
  }),
} satisfies OAuth2Auth;
