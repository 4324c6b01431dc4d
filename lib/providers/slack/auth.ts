import { z } from "zod";
import type { OAuth2Auth } from "../contract/auth.ts";
import { readTokenAnswer } from "./read-token-answer.ts";
import { scopes } from "./scopes.ts";

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
