import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { withImpliedScopes } from "./scopes.ts";

const granted = z.looseObject({
  access_token: z.string(),
  scope: z.string().optional().catch(undefined),
});
const refused = z.looseObject({ error: z.string(), error_description: z.string().optional() });

/** Shopify's own words for refusals that RFC 6749 §5.2 has a name for. */
const standardNames: Readonly<Record<string, string>> = {
  application_cannot_be_found: "invalid_client",
  invalid_api_credentials: "invalid_client",
};

/**
 * Shopify's token answer in the form of RFC 6749: it names no token type, leaves out what `write_` scopes imply, and
 * calls a code that was used before an invalid request.
 */
export function readTokenAnswer(answer: unknown): unknown {
  const tokens = granted.safeParse(answer);
  if (tokens.success) {
    const { scope, ...others } = tokens.data;
    const known = scope === undefined ? {} : { scope: withImpliedScopes(scope.split(",")).join(" ") };
    return { ...others, ...known, token_type: "bearer" };
  }
  const refusal = refused.safeParse(answer);
  if (!refusal.success) return answer;
  const { error, error_description: description = "" } = refusal.data;
  const isUsedCode = error === "invalid_request" && /authorization code/i.test(description);
  return { ...refusal.data, error: isUsedCode ? "invalid_grant" : (lookUp(standardNames, error) ?? error) };
}
