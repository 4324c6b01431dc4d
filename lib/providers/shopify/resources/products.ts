import { z } from "zod";
import type { Resource } from "#lib/providers/resource.ts";
import { askAdmin } from "../client.ts";
import { connection, nextCursor } from "../page.ts";
import { searchWords } from "../search-term.ts";

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

const data = z.looseObject({
  shop: z.looseObject({ currencyCode: z.string() }),
  productVariants: connection(
    z.looseObject({
      id: z.string(),
      displayName: z.string(),
      sku: z.string().nullish(),
      price: z.string(),
      inventoryQuantity: z.int().nullish(),
      inventoryItem: z.looseObject({ tracked: z.boolean() }),
    }),
  ),
});

/** Each variant is a thing that can be sold of itself; a product without variants has one. */
export const products = {
  title: "Products",
  scopes: ["read_products", "read_inventory"],
  list: async (call, { cursor, limit, search }) => {
    const variables = { first: limit, after: cursor, query: searchWords(search ?? "") };
    const answer = await askAdmin(call, { document: variantsDocument, variables, data });
    const { productVariants, shop } = answer;
    return {
      items: productVariants.nodes.map((variant) => ({
        id: variant.id,
        // A product without variants is called "Olive oil - Default Title".
        label: variant.displayName.replace(/ - Default Title$/, ""),
        details: {
          price: `${variant.price} ${shop.currencyCode}`,
          ...(variant.sku ? { SKU: variant.sku } : {}),
          ...(variant.inventoryItem.tracked ? { stock: String(variant.inventoryQuantity ?? 0) } : {}),
        },
      })),
      nextCursor: nextCursor(productVariants),
    };
  },
} satisfies Resource;
