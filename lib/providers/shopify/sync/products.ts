import { z } from "zod";
import type { SyncedRecord, SyncSource } from "#lib/providers/sync.ts";
import { askAdmin } from "../client.ts";
import { toMinor } from "../money.ts";
import { connection, nextCursor } from "../page.ts";
import { changedSince } from "./changed-since.ts";

/**
 * A change of stock counts as a change of the product.
 * https://shopify.dev/docs/api/admin-graphql/2026-10/queries/products
 */
export const productSyncDocument = `query ProductSync($after: String, $query: String, $sortKey: ProductSortKeys!) {
  productsCount(query: $query, limit: null) { count precision }
  products(first: 25, after: $after, query: $query, sortKey: $sortKey) {
    nodes {
      id
      title
      status
      updatedAt
      tracksInventory
      totalInventory
      priceRangeV2 {
        minVariantPrice { amount currencyCode }
        maxVariantPrice { amount currencyCode }
      }
      variants(first: 10) { nodes { title sku } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const money = z.looseObject({ amount: z.string(), currencyCode: z.string() });
const productNode = z.looseObject({
  id: z.string(),
  title: z.string(),
  status: z.string(),
  updatedAt: z.string(),
  tracksInventory: z.boolean(),
  totalInventory: z.int(),
  priceRangeV2: z.looseObject({ minVariantPrice: money, maxVariantPrice: money }),
  variants: z.looseObject({
    nodes: z.array(z.looseObject({ title: z.string(), sku: z.string().nullish() })),
  }),
});
const data = z.looseObject({
  productsCount: z.looseObject({ count: z.int(), precision: z.string() }).nullish(),
  products: connection(productNode),
});

export const productSync = {
  title: "Products",
  scopes: ["read_products", "read_inventory"],
  page: async (call, { cursor, since }) => {
    const variables = { after: cursor, ...changedSince(since) };
    const { products, productsCount } = await askAdmin(call, {
      document: productSyncDocument,
      variables,
      data,
    });
    return {
      records: products.nodes.map(toRecord),
      nextCursor: nextCursor(products),
      ...(productsCount?.precision === "EXACT" ? { total: productsCount.count } : {}),
    };
  },
} satisfies SyncSource;

function toRecord(product: z.infer<typeof productNode>): SyncedRecord {
  const { minVariantPrice: from, maxVariantPrice: to } = product.priceRangeV2;
  const minor = toMinor(from);
  const variants = product.variants.nodes.filter(({ title }) => title !== "Default Title");
  const skus = product.variants.nodes.flatMap(({ sku }) => (sku ? [sku] : []));
  return {
    kind: "product",
    externalId: product.id,
    title: product.title,
    state: product.status,
    ...(minor === undefined ? {} : { amount: { minor, currency: from.currencyCode } }),
    ...(product.tracksInventory ? { stock: product.totalInventory } : {}),
    details: {
      ...(from.amount === to.amount ? {} : { Price: `${from.amount} to ${to.amount} ${to.currencyCode}` }),
      ...(variants.length > 0 ? { Variants: variants.map(({ title }) => title).join(", ") } : {}),
      ...(skus.length > 0 ? { SKU: skus.join(", ") } : {}),
    },
    changedAt: new Date(product.updatedAt).toISOString(),
  };
}
