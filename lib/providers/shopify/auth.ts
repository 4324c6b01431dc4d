import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { OAuth2Auth, Scope } from "#lib/providers/contract/auth.ts";
import type { ProviderRequest } from "#lib/providers/contract/call.ts";
import type { ProviderApp } from "#lib/providers/contract/provider-app.ts";
import { VerificationError } from "#lib/providers/contract/provider-error.ts";
import { trimmedText } from "#lib/text-schema.ts";
import { isHmac } from "../kit/hmac.ts";
import { apiRequest, isShopDomain, shopDomain, shopForm } from "./shop-domain.ts";

const toleranceSeconds = 90;

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

/** https://shopify.dev/docs/api/usage/access-scopes */
const scopes = [
  {
    id: "read_products",
    title: "See your products",
    reason: "To keep a copy of your products and prices, and to offer them when you set up an action.",
  },
  {
    id: "read_inventory",
    title: "See your stock",
    reason: "To tell how many pieces of a product you have, and where.",
  },
  {
    id: "write_inventory",
    title: "Change your stock",
    reason: "To set the stock of a product when you or an automation ask for it.",
  },
  {
    id: "read_locations",
    title: "See your locations",
    reason: "To name the place where stock lies: your restaurant, your storeroom.",
  },
  {
    id: "read_orders",
    title: "See your orders",
    reason: "To follow payment, fulfilment and tracking of an order. Nothing about the guest is kept.",
  },
  {
    id: "write_orders",
    title: "Create orders",
    reason: "To enter orders that guests place through your codes.",
  },
] as const satisfies readonly Scope[];

/** https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/appUninstall */
export const uninstallDocument = `mutation Uninstall {
  appUninstall { userErrors { field message } }
}`;

/**
 * The authorization code grant with expiring offline tokens: an hour, and 90 days for the refresh token, of which each
 * use brings a new one.
 * https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
 * https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens
 */
export const auth = {
  kind: "oauth2",
  input: z.strictObject({
    shop: trimmedText(300)
      // Phones begin with a capital, and hosts know none.
      .toLowerCase()
      .regex(shopForm, "Give your shop's Shopify address, such as trattoria-ana.myshopify.com")
      .meta({
        title: "Your shop's address",
        description:
          "The one that ends in myshopify.com. You find it in Shopify under Settings, Domains; the address of your admin page works too.",
        placeholder: "trattoria-ana.myshopify.com",
      }),
  }),
  endpoints: (settings) => {
    const shop = shopDomain(settings);
    return {
      authorize: `https://${shop}/admin/oauth/authorize`,
      token: `https://${shop}/admin/oauth/access_token`,
    };
  },
  scopes,
  scopeSeparator: ",",
  hasPkce: false,
  clientAuthentication: "post",
  tokenParameters: { expiring: "1" },
  refresh: "single_use",
  readTokenAnswer,
  authenticate: withToken,
  verifyCallback,
  revoke: ({ credentials, settings }) =>
    withToken(apiRequest(settings, { query: uninstallDocument }), credentials),
} satisfies OAuth2Auth;

function withToken(request: ProviderRequest, { accessToken = "" }: Readonly<Record<string, string>>) {
  return { ...request, headers: { ...request.headers, "x-shopify-access-token": accessToken } };
}

/** Leave to change something includes leave to see it, and Shopify then names the first alone. */
export function withImpliedScopes(granted: readonly string[]): string[] {
  const implied = granted.flatMap((id) =>
    id.startsWith("write_") ? [id, `read_${id.slice("write_".length)}`] : [id],
  );
  return [...new Set(implied)];
}

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

/**
 * Returns only if a callback is Shopify's own: `hmac` is the hex HMAC-SHA256, by the client secret, of all other
 * parameters sorted by name; it is at most 90 seconds old, and `shop` is a shop's host.
 * https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
 * @throws {VerificationError}
 */
export function verifyCallback(query: URLSearchParams, app: ProviderApp, now: Date): void {
  const names = [...query.keys()];
  if (new Set(names).size !== names.length) throw new VerificationError("A parameter came twice.");
  const hmac = query.get("hmac") ?? "";
  if (!/^[0-9a-f]{64}$/.test(hmac)) throw new VerificationError("hmac is missing or not in its form.");
  const parts = [signedText(query)];
  if (!isHmac({ signature: hmac, encoding: "hex", secret: app.clientSecret, parts })) {
    throw new VerificationError("hmac is wrong.");
  }
  const seconds = Number(/^\d{1,12}$/.exec(query.get("timestamp") ?? "")?.[0] ?? Number.NaN);
  if (!(Math.abs(now.getTime() / 1_000 - seconds) <= toleranceSeconds)) {
    throw new VerificationError("timestamp is missing or too far from now.");
  }
  if (!isShopDomain(query.get("shop") ?? "")) throw new VerificationError("shop is not a shop's host.");
}

function signedText(query: URLSearchParams): string {
  const signed = [...query].filter(([name]) => name !== "hmac");
  signed.sort(([one], [other]) => (one < other ? -1 : 1));
  return new URLSearchParams(signed).toString().replaceAll("+", "%20");
}
