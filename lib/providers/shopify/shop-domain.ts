import type { ProviderRequest } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { tell } from "./words.ts";

export const apiVersion = "2026-10";

const handle = "[A-Za-z0-9][A-Za-z0-9-]{0,59}";
const rest = "(?:/[^\\s@]*)?";

/**
 * What a merchant may type: `trattoria-ana`, the shop's address with or without https://, or what stands in the
 * browser while the admin is open. No other host fits.
 */
export const shopForm = new RegExp(
  `^(?:(?:https?://)?(?:(${handle})\\.myshopify\\.com|admin\\.shopify\\.com/store/(${handle}))${rest}|(${handle}))$`,
);

/**
 * The shop's one host, `trattoria-ana.myshopify.com`, out of the settings that were typed.
 * @throws {ProviderError} invalid_input
 */
export function shopDomain(settings: Readonly<Record<string, string>>): string {
  const parts = shopForm.exec(settings.shop ?? "");
  const name = parts?.[1] ?? parts?.[2] ?? parts?.[3];
  if (name === undefined) {
    const message = tell("not_address_shop");
    throw new ProviderError({ kind: "invalid_input", message });
  }
  return `${name.toLowerCase()}.myshopify.com`;
}

/** Whether a host that came from outside can be a shop's at all. */
export function isShopDomain(host: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,59}\.myshopify\.com$/.test(host);
}

/** Where a merchant looks at an object in the shop's admin. */
export function adminUrl(settings: Readonly<Record<string, string>>, path: string): string {
  return `https://${shopDomain(settings)}/admin/${path}`;
}

/** A request to the GraphQL Admin API. https://shopify.dev/docs/api/admin-graphql/2026-10 */
export function apiRequest(
  settings: Readonly<Record<string, string>>,
  body: { query: string; variables?: Readonly<Record<string, unknown>> },
): ProviderRequest {
  return {
    method: "POST",
    url: `https://${shopDomain(settings)}/admin/api/${apiVersion}/graphql.json`,
    json: body,
  };
}
