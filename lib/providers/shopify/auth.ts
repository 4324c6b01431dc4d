import { z } from "zod";
import type { OAuth2Auth } from "#lib/providers/contract/auth.ts";
import type { ProviderRequest } from "#lib/providers/contract/call.ts";
import { trimmedText } from "#lib/text-schema.ts";
import { apiRequest } from "./api-request.ts";
import { scopes } from "./scopes.ts";
import { shopDomain, shopForm } from "./shop-domain.ts";
import { readTokenAnswer } from "./token-answer.ts";
import { verifyCallback } from "./verify-callback.ts";

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
