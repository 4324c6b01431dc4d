import { z } from "zod";
import type { OAuth2Auth } from "../contract/auth.ts";
import type { ProviderRequest } from "../contract/call.ts";
import { loginHost } from "./data-centre.ts";
import { readTokenAnswer } from "./read-token-answer.ts";

/**
 * Mailchimp's OAuth 2.0: https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/. A grant is for
 * the whole account and has no end; only its owner can take it back, in Mailchimp.
 */
export const auth = {
  kind: "oauth2",
  input: z.strictObject({}),
  endpoints: () => ({
    authorize: `https://${loginHost}/oauth2/authorize`,
    token: `https://${loginHost}/oauth2/token`,
  }),
  scopes: [],
  scopeSeparator: " ",
  hasPkce: false,
  clientAuthentication: "post",
  refresh: "none",
  readTokenAnswer,
  authenticate,
  revoke: null,
} satisfies OAuth2Auth;

/** The login host knows the scheme of the draft that Mailchimp implements, the API that of RFC 6750. */
function authenticate(
  request: ProviderRequest,
  { accessToken = "" }: Readonly<Record<string, string>>,
): ProviderRequest {
  const scheme = new URL(request.url).host === loginHost ? "OAuth" : "Bearer";
  return { ...request, headers: { ...request.headers, authorization: `${scheme} ${accessToken}` } };
}
