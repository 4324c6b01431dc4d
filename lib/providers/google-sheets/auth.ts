import { z } from "zod";
import type { OAuth2Auth, Scope } from "../contract/auth.ts";

/**
 * Opens the files that the app made or the user picked in it, and no others; it serves every method that is called
 * here, `about.get` for the account's name among them.
 * https://developers.google.com/workspace/drive/api/guides/api-specific-auth
 */
export const driveFileScope = "https://www.googleapis.com/auth/drive.file";

const scopes = [
  {
    id: driveFileScope,
    title: "See, create and change only the Google Drive files that you use with Patchbay",
    reason:
      "Patchbay adds rows to spreadsheets that it made, or that you opened with it. Google keeps all your other files out of its sight.",
  },
] satisfies readonly Scope[];

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
