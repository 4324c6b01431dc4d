import { z } from "zod";
import type { Call } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { hint, id, listOfReadable } from "../../kit/lenient.ts";
import { askAdmin } from "../client.ts";
import { searchTerm } from "../search-term.ts";
import { tell } from "../words.ts";

/** https://shopify.dev/docs/api/admin-graphql/2026-10/queries/productVariants */
export const variantsBySkuDocument = `query VariantsBySku($query: String!) {
  productVariants(first: 250, query: $query) { nodes { id sku } }
}`;

const data = z.looseObject({
  productVariants: z.looseObject({ nodes: listOfReadable(z.looseObject({ id, sku: hint })) }),
});

const skusPerQuery = 50;

/**
 * Ids of the variants that have these SKUs; one that the shop does not have is not in the answer.
 * @throws {ProviderError} conflict where two variants share one
 */
export async function findVariantsBySku(call: Call, skus: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(skus)];
  const found = new Map<string, string>();
  for (let from = 0; from < wanted.length; from += skusPerQuery) {
    const some = wanted.slice(from, from + skusPerQuery);
    const query = some.map((sku) => searchTerm("sku", sku)).join(" OR ");
    const answer = await askAdmin(call, { document: variantsBySkuDocument, variables: { query }, data });
    for (const { id: variantId, sku } of answer.productVariants.nodes) {
      if (!sku || !some.includes(sku)) continue;
      if (found.has(sku)) throw ambiguous(sku);
      found.set(sku, variantId);
    }
  }
  return found;
}

function ambiguous(sku: string): ProviderError {
  const message = tell("two_products_in_shop_have", { sku });
  return new ProviderError({ kind: "conflict", message });
}
