import { z } from "zod";
import type { Resource } from "#lib/providers/contract/resource.ts";
import { hint, hintedNumber, hintedObject, id, optionalFlag } from "../../kit/lenient.ts";
import { readEach } from "../../kit/read-each.ts";
import { askAdmin, connection, nextCursor, readNumericId, searchWords } from "../client.ts";

/** https://shopify.dev/docs/api/admin-graphql/2026-10/queries/productVariants */
export const variantsDocument = `query Variants($first: Int!, $after: String, $query: String) {
  shop { currencyCode }
  productVariants(first: $first, after: $after, query: $query, sortKey: FULL_TITLE) {
    nodes {
      id
      displayName
      sku
      price
      inventoryQuantity
      inventoryItem { tracked }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const variant = z.looseObject({
  id,
  displayName: hint,
  sku: hint,
  price: hint,
  inventoryQuantity: hintedNumber,
  inventoryItem: hintedObject({ tracked: optionalFlag }),
});
const data = z.looseObject({
  shop: hintedObject({ currencyCode: hint }),
  productVariants: connection,
});

/** Each variant is a thing that can be sold of itself; a product without variants has one. */
export const products = {
  title: "Products",
  scopes: ["read_products", "read_inventory"],
  /** A field may name a product by its SKU, which the list does not have. */
  narrow: (_input: unknown, value: string) => (value.startsWith("gid://") ? { id: value } : null),
  list: async (call, { cursor, limit, search }) => {
    const variables = { first: limit, after: cursor, query: searchWords(search ?? "") };
    const answer = await askAdmin(call, { document: variantsDocument, variables, data });
    const { productVariants, shop } = answer;
    return {
      ...readEach(productVariants.nodes, { id: "id", label: "displayName" }, (record) =>
        toItem(variant.parse(record), shop?.currencyCode ?? ""),
      ),
      nextCursor: nextCursor(productVariants),
    };
  },
} satisfies Resource;

function toItem(
  { id: variantId, displayName, price, sku, inventoryQuantity, inventoryItem }: z.output<typeof variant>,
  currency: string,
) {
  return {
    id: variantId,
    // A product without variants is called "Olive oil - Default Title".
    label: displayName?.replace(/ - Default Title$/, "") || `Variant ${readNumericId(variantId)}`,
    details: {
      ...(price ? { price: `${price} ${currency}`.trim() } : {}),
      ...(sku ? { SKU: sku } : {}),
      ...(inventoryItem?.tracked ? { stock: String(inventoryQuantity ?? 0) } : {}),
    },
  };
}
