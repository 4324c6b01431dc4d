import { z } from "zod";
import type { Account, Call } from "#lib/providers/call.ts";
import { askAdmin } from "./client.ts";
import { withImpliedScopes } from "./scopes.ts";

/**
 * https://shopify.dev/docs/api/admin-graphql/2026-10/queries/shop
 * https://shopify.dev/docs/api/admin-graphql/2026-10/queries/currentAppInstallation
 */
export const identifyDocument = `query Identify {
  shop { id name myshopifyDomain }
  currentAppInstallation { accessScopes { handle } }
}`;

const data = z.looseObject({
  shop: z.looseObject({ id: z.string(), name: z.string(), myshopifyDomain: z.string().min(1) }),
  currentAppInstallation: z.looseObject({ accessScopes: z.array(z.looseObject({ handle: z.string() })) }),
});

/** The shop that the token opens, known by its host: that is how Shopify's webhooks name it. */
export async function identify(call: Call): Promise<Account> {
  const { shop, currentAppInstallation } = await askAdmin(call, { document: identifyDocument, data });
  const handles = currentAppInstallation.accessScopes.map(({ handle }) => handle);
  return {
    id: shop.myshopifyDomain.toLowerCase(),
    label: shop.name,
    grantedScopes: withImpliedScopes(handles),
    settings: { shop: shop.myshopifyDomain.toLowerCase() },
  };
}
