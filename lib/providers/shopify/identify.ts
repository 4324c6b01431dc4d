import { z } from "zod";
import type { Account, Call } from "#lib/providers/contract/call.ts";
import { hint, hintedObject, id, list, text } from "../kit/lenient.ts";
import { withImpliedScopes } from "./auth.ts";
import { askAdmin } from "./client.ts";

/**
 * https://shopify.dev/docs/api/admin-graphql/2026-10/queries/shop
 * https://shopify.dev/docs/api/admin-graphql/2026-10/queries/currentAppInstallation
 */
export const identifyDocument = `query Identify {
  shop { id name myshopifyDomain }
  currentAppInstallation { accessScopes { handle } }
}`;

const data = z.looseObject({
  shop: z.looseObject({ name: hint, myshopifyDomain: id }),
  currentAppInstallation: hintedObject({ accessScopes: list.pipe(z.array(z.looseObject({ handle: text }))) }),
});

/** The shop that the token opens, known by its host: that is how Shopify's webhooks name it. */
export async function identify(call: Call): Promise<Account> {
  const { shop, currentAppInstallation } = await askAdmin(call, { document: identifyDocument, data });
  const handles = currentAppInstallation?.accessScopes.map(({ handle }) => handle);
  return {
    id: shop.myshopifyDomain.toLowerCase(),
    label: shop.name || shop.myshopifyDomain,
    ...(handles ? { grantedScopes: withImpliedScopes(handles) } : {}),
    settings: { shop: shop.myshopifyDomain.toLowerCase() },
  };
}
