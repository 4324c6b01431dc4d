import type { ProviderRequest } from "#lib/providers/contract/call.ts";
import { shopDomain } from "./shop-domain.ts";

export const apiVersion = "2026-10";

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
