import { z } from "zod";
import type { SyncedRecord, SyncSource } from "#lib/providers/contract/sync.ts";
import {
  hint,
  id,
  listOfReadable,
  optionalFlag,
  optionalMoment,
  optionalNumber,
  optionalObject,
  optionalText,
  text,
} from "../../kit/lenient.ts";
import { readEach } from "../../kit/read-each.ts";
import { askAdmin, connection, isCutOff, nextCursor, readNumericId, shopMoney, toMinor } from "../client.ts";
import { tell } from "../words.ts";
import { changedSince, exactly, recordCount } from "./changed-since.ts";

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

const productNode = z.looseObject({
  id,
  title: optionalText,
  status: text,
  updatedAt: optionalMoment,
  tracksInventory: optionalFlag,
  totalInventory: optionalNumber,
  priceRangeV2: optionalObject({
    minVariantPrice: shopMoney.nullish(),
    maxVariantPrice: shopMoney.nullish(),
  }),
  variants: optionalObject({ nodes: listOfReadable(z.looseObject({ title: hint, sku: hint })) }),
});
const data = z.looseObject({ productsCount: recordCount, products: connection });

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
    const { items: records, unread } = readEach(products.nodes, { id: "id", label: "title" }, (record) =>
      toRecord(productNode.parse(record)),
    );
    return {
      records,
      unread,
      nextCursor: nextCursor(products),
      isCutOff: isCutOff(products),
      total: exactly(productsCount),
    };
  },
} satisfies SyncSource;

function toRecord(product: z.infer<typeof productNode>): SyncedRecord {
  const { minVariantPrice: from, maxVariantPrice: to } = product.priceRangeV2 ?? {};
  const minor = from ? toMinor(from) : undefined;
  const all = product.variants?.nodes ?? [];
  const variants = all.flatMap(({ title }) => (title && title !== "Default Title" ? [title] : []));
  const skus = all.flatMap(({ sku }) => (sku ? [sku] : []));
  return {
    kind: "product",
    externalId: product.id,
    title: product.title ?? `Product ${readNumericId(product.id)}`,
    state: product.status,
    ...(minor === undefined || !from ? {} : { amount: { minor, currency: from.currencyCode } }),
    ...(product.tracksInventory && product.totalInventory !== undefined
      ? { stock: product.totalInventory }
      : {}),
    details: {
      ...(from && to && from.amount !== to.amount
        ? {
            Price: tell("price_range", { from: from.amount, to: to.amount, currency: to.currencyCode }),
          }
        : {}),
      ...(variants.length > 0 ? { Variants: variants.join(", ") } : {}),
      ...(skus.length > 0 ? { SKU: skus.join(", ") } : {}),
    },
    changedAt: product.updatedAt ?? null,
  };
}
