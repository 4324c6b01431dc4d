import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { Said } from "../contract/app-words.ts";
import type { FieldMeta } from "../contract/auth.ts";
import { sentence } from "../contract/sentence.ts";
import type { SyncedRecord } from "../contract/sync.ts";
import {
  flag,
  id,
  optionalDecimal,
  optionalFlag,
  optionalList,
  optionalMoment,
  optionalNumber,
  optionalText,
  text,
} from "../kit/lenient.ts";
import { idNumber, plainText, toAmount } from "./wordpress.ts";
import { tell } from "./words.ts";

export const productId = idNumber("product").meta({
  title: "Product",
  description: "The number of the product in your shop.",
  resource: "products",
} satisfies FieldMeta);

export const variationId = idNumber("variation")
  .optional()
  .meta({
    title: "Variation",
    description: "The number of the variation, for products that come in sizes, colours and the like.",
  } satisfies FieldMeta);

/** Of both. A variation whose product counts for all of them says "parent". */
export const stockSchema = z.looseObject({
  id,
  name: optionalText,
  sku: optionalText,
  manage_stock: z.union([z.literal("parent").transform(() => true), flag]).nullish(),
  stock_quantity: optionalNumber,
  stock_status: optionalText,
});

export const stockOutput = z.object({
  name: z.string().describe("As your shop calls it; empty for a variation that has no name of its own"),
  sku: z.string().nullable(),
  isCounted: z.boolean().describe("Whether your shop counts pieces of it"),
  quantity: z.number().nullable().describe("Pieces on hand; null where they are not counted"),
  availability: sentence(),
});

export const productFields = [
  "id",
  "name",
  "type",
  "status",
  "sku",
  "price",
  "manage_stock",
  "stock_quantity",
  "stock_status",
  "variations",
  "date_created_gmt",
  "date_modified_gmt",
].join(",");

/**
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#product-properties. Plugins change types, leave fields out and
 * add their own; a product has an id and a status.
 */
export const productSchema = z.looseObject({
  id,
  name: optionalText,
  status: text,
  sku: optionalText,
  price: optionalDecimal,
  /** A variation whose product counts for all of them says "parent". */
  manage_stock: z.union([z.literal("parent").transform(() => true), optionalFlag]),
  stock_quantity: optionalNumber,
  stock_status: optionalText,
  variations: optionalList,
  date_created_gmt: optionalMoment,
  date_modified_gmt: optionalMoment,
});
export type Product = z.infer<typeof productSchema>;

export const knownProduct = { id: "id", label: "name" };

const stockNames = {
  instock: "stock_there",
  outofstock: "stock_gone",
  onbackorder: "stock_on_order",
} as const;

/** A stock status in plain words; those that plugins add as they are. */
export function stockStatusWords(status: string): Said {
  const name = lookUp<(typeof stockNames)[keyof typeof stockNames]>(stockNames, status);
  return name === undefined ? tell("stock_other", { status }) : tell(name);
}

export function productTitle({ id: number, name }: Pick<Product, "id" | "name">): string {
  return plainText(name ?? "") || `Product ${number}`;
}

/**
 * The local copy of a product.
 * @param currency the shop's, which WooCommerce does not name beside a price; null where the shop does not tell
 */
export function toProductRecord(product: Product, currency: string | null): SyncedRecord {
  const amount = toAmount(product.price, currency);
  const { sku, variations, stock_quantity: stock, stock_status: availability } = product;
  return {
    kind: "product",
    externalId: product.id,
    title: productTitle(product),
    state: product.status,
    ...(amount ? { amount } : {}),
    ...(product.manage_stock && stock !== undefined ? { stock } : {}),
    details: {
      ...(availability ? { Availability: stockStatusWords(availability) } : {}),
      ...(sku ? { SKU: sku } : {}),
      ...(variations.length > 0 ? { Variations: String(variations.length) } : {}),
    },
    changedAt: product.date_modified_gmt ?? product.date_created_gmt ?? null,
  };
}

/** Where a product's or a variation's stock is read and set. */
export function stockPath({
  productId,
  variationId,
}: {
  productId: string;
  variationId?: string | undefined;
}) {
  return variationId === undefined
    ? `products/${productId}`
    : `products/${productId}/variations/${variationId}`;
}

export function describeStock(item: z.output<typeof stockSchema>): z.input<typeof stockOutput> {
  return {
    name: plainText(item.name ?? ""),
    sku: item.sku || null,
    isCounted: item.manage_stock === true,
    quantity: item.manage_stock ? (item.stock_quantity ?? null) : null,
    availability: stockStatusWords(item.stock_status ?? "unknown"),
  };
}
