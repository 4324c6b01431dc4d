import { z } from "zod";
import type { OAuth2Auth } from "../contract/auth.ts";
import { scopes } from "./scopes.ts";

/** Google's OAuth 2.0 for web servers: https://developers.google.com/identity/protocols/oauth2/web-server */
export const auth = {
  kind: "oauth2",
  input: z.strictObject({}),
  endpoints: () => ({
    authorize: "https://accounts.google.com/o/oauth2/v2/auth",
    token: "https://oauth2.googleapis.com/token",
  }),
  scopes,
  scopeSeparator: " ",
  hasPkce: true,
  clientAuthentication: "post",
  // Without both of the first two, whoever agreed before gets no refresh token again.
  authorizeParameters: { access_type: "offline", prompt: "consent", include_granted_scopes: "true" },
  refresh: "reusable",
  // Either token ends the whole grant; the refresh token is the one that has not expired meanwhile.
  revoke: ({ credentials }) => ({
    method: "POST",
    url: "https://oauth2.googleapis.com/revoke",
    form: { token: credentials.refreshToken ?? credentials.accessToken ?? "" },
  }),
} satisfies OAuth2Auth;
