import { z } from "zod";
import type { OAuth2Auth } from "../contract/auth.ts";
import type { ProviderRequest } from "../contract/call.ts";

export const loginHost = "login.mailchimp.com";

const tokens = z.looseObject({ access_token: z.string().min(1) });

/**
 * An answer of Mailchimp's token endpoint in the form of RFC 6749 §5.1: it has no `token_type`, says `scope: null`
 * since there are no scopes, and `expires_in: 0` for a token that does not end. Refusals are in the standard's form.
 * https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/
 */
export function readTokenAnswer(answer: unknown): unknown {
  const parsed = tokens.safeParse(answer);
  if (!parsed.success) return answer;
  const { scope: _scope, expires_in: _expiresIn, ...rest } = parsed.data;
  return { ...rest, token_type: "bearer" };
}

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
