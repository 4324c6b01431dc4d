import { z } from "zod";
import type { OAuth2Auth } from "../contract/auth.ts";
import { apiRoot, apiVersion } from "./api.ts";
import { readTokenAnswer } from "./read-token-answer.ts";
import { scopes } from "./scopes.ts";

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
