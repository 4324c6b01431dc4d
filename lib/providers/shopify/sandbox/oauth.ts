import { createHmac } from "node:crypto";
import type { ProviderSandbox } from "#lib/providers/sandbox-kit/contract.ts";
import { oauthRoutes } from "#lib/providers/sandbox-kit/oauth.ts";
import { tokenRefusal } from "./answers.ts";

const hourSeconds = 3_600;
const quarterSeconds = 90 * 24 * hourSeconds;

/**
 * https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
 * https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens
 * https://shopify.dev/changelog/more-resilient-refreshes-for-expiring-offline-access-tokens
 */
export const authRoutes = oauthRoutes({
  authorize: /^(?<shop>[a-z0-9][a-z0-9-]*)\.myshopify\.com\/admin\/oauth\/authorize$/,
  token: /^(?<shop>[a-z0-9][a-z0-9-]*)\.myshopify\.com\/admin\/oauth\/access_token$/,
  scopeSeparator: ",",
  scopes: {
    read_products: "View products",
    write_products: "Edit products",
    read_inventory: "View inventory",
    write_inventory: "Edit inventory",
    read_locations: "View locations",
    read_orders: "View orders of the last 60 days",
    read_all_orders: "View all orders",
    write_orders: "Edit orders",
    read_fulfillments: "View fulfilments",
    read_customers: "View customers",
    write_customers: "Edit customers",
  },
  pkce: "none",
  clientAuthentication: ["post"],
  doesWithout: ["response_type", "redirect_uri", "grant_type"],
  accessToken: { prefix: "shpat_", expiresInSeconds: hourSeconds },
  refreshToken: {
    prefix: "shprt_",
    expiresInSeconds: quarterSeconds,
    rotation: "until_next_used",
    isAsked: (_grant, { form, json }) => (form.get("expiring") ?? textField(json, "expiring")) === "1",
  },
  readAccount: (_request, { shop = "" }) => `${shop}.myshopify.com`,
  tokenReply: ({ accessToken, expiresInSeconds, refreshToken, refreshExpiresInSeconds, grant }) => ({
    access_token: accessToken,
    scope: shortest(grant.scopes).join(","),
    expires_in: expiresInSeconds,
    ...(refreshToken === null
      ? {}
      : { refresh_token: refreshToken, refresh_token_expires_in: refreshExpiresInSeconds }),
  }),
  tokenRefusal,
});

/** Shopify leaves out of its answer what another scope includes. */
export function shortest(scopes: readonly string[]): string[] {
  return scopes.filter(
    (scope) => !scopes.includes(scope.replace(/^read_/, "write_")) || scope.startsWith("write_"),
  );
}

/** A field of a JSON body, as a text. */
export function textField(json: unknown, name: string): string | null {
  if (typeof json !== "object" || json === null) return null;
  const value = Object.entries(json).find(([key]) => key === name)?.[1];
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

/** Signs the address that the browser goes back to: hex HMAC-SHA256 over all parameters, sorted by name. */
export const signCallback: NonNullable<ProviderSandbox["afterConsent"]> = async ({ url, grant, context }) => {
  const shop = grant.account.externalId;
  const admin = `admin.shopify.com/store/${shop.replace(/\.myshopify\.com$/, "")}`;
  const signed = new URL(url);
  signed.searchParams.set("shop", shop);
  signed.searchParams.set("host", Buffer.from(admin).toString("base64").replace(/=+$/, ""));
  signed.searchParams.set("timestamp", String(Math.floor(context.now().getTime() / 1_000)));
  const message = [...signed.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join("&");
  signed.searchParams.set(
    "hmac",
    createHmac("sha256", context.app.clientSecret).update(message).digest("hex"),
  );
  return signed;
};
