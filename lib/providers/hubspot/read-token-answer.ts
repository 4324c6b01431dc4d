import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";

const tokens = z.looseObject({
  access_token: z.string().min(1),
  scopes: z.array(z.string()).optional().catch(undefined),
});
const standardRefusal = z.looseObject({ error: z.string().min(1) });
const ownRefusal = z.looseObject({ status: z.string(), message: z.string().optional() });

/** HubSpot's own words for RFC 6749 §5.2, which some of its refusals come with alone. */
const standardErrors: Readonly<Record<string, string>> = {
  BAD_AUTH_CODE: "invalid_grant",
  BAD_REFRESH_TOKEN: "invalid_grant",
  BAD_HUB: "invalid_grant",
  BAD_CLIENT_ID: "invalid_client",
  BAD_CLIENT_SECRET: "invalid_client",
  BAD_REDIRECT_URI: "invalid_request",
  BAD_GRANT_TYPE: "unsupported_grant_type",
};

/**
 * An answer of HubSpot's token endpoint in the form of RFC 6749: what was granted comes as the list `scopes`.
 * https://developers.hubspot.com/docs/api-reference/latest/authentication/manage-oauth-tokens
 */
export function readTokenAnswer(answer: unknown): unknown {
  const given = tokens.safeParse(answer);
  if (given.success) {
    const { scopes, id_token: _, ...rest } = given.data;
    return { ...rest, token_type: "bearer", ...(scopes ? { scope: scopes.join(" ") } : {}) };
  }
  const own = ownRefusal.safeParse(answer).data;
  const error = own && lookUp(standardErrors, own.status);
  if (error !== undefined) {
    return { error, error_description: [own?.status, own?.message].filter(Boolean).join(": ") };
  }
  return standardRefusal.safeParse(answer).data ?? answer;
}
