import { z } from "zod";

const tokens = z.looseObject({ access_token: z.string().min(1) });

/**
 * An answer of Mailchimp's token endpoint in the form of RFC 6749 §5.1: it has no `token_type`, says `scope: null`
 * since there are no scopes, and `expires_in: 0` for a token that does not end. Refusals are in the standard's form.
 * https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/
 */
export function readTokenAnswer(answer: unknown): unknown {
  const given = tokens.safeParse(answer);
  if (!given.success) return answer;
  const { scope: _scope, expires_in: _expiresIn, ...rest } = given.data;
  return { ...rest, token_type: "bearer" };
}
