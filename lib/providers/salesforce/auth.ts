import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import type { FieldMeta, OAuth2Auth } from "../contract/auth.ts";
import { loginHost, loginHostForm, readInstanceUrl } from "./hosts.ts";
import { scopes } from "./scopes.ts";
import { readTokenAnswer, settingsOf } from "./token-answer.ts";

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
  settingsOf,
  // The refresh token takes every access token with it.
  // https://developer.salesforce.com/docs/platform/mobile-sdk/guide/oauth-revoking-tokens.html
  revoke: ({ credentials, settings }) => ({
    method: "POST",
    url: `${readInstanceUrl(settings.instanceUrl ?? "") ?? `https://${loginHost(settings)}`}/services/oauth2/revoke`,
    form: { token: credentials.refreshToken ?? credentials.accessToken ?? "" },
  }),
} satisfies OAuth2Auth;
