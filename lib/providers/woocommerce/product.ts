import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { SyncedRecord } from "../sync.ts";
import { changedAtOf, gmtTimeSchema } from "./gmt-time.ts";
import { toAmount } from "./money.ts";
import { plainText } from "./plain-text.ts";

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

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#product-properties */
export const productSchema = z.object({
  id: z.int().positive(),
  name: z.string(),
  type: z.string(),
  status: z.string(),
  sku: z.string().nullish(),
  price: z.string().nullish(),
  manage_stock: z.boolean(),
  stock_quantity: z.number().nullable(),
  stock_status: z.string(),
  variations: z.array(z.int()),
  date_created_gmt: gmtTimeSchema.nullish(),
  date_modified_gmt: gmtTimeSchema.nullish(),
});
export type Product = z.infer<typeof productSchema>;

const stockWords: Readonly<Record<string, string>> = {
  instock: "In stock",
  outofstock: "Out of stock",
  onbackorder: "On back-order",
};

/** A stock status in plain words; those that plugins add as they are. */
export function stockStatusWords(status: string): string {
  return lookUp(stockWords, status) ?? status;
}

/** The local copy of a product. WooCommerce names no currency beside a price: it is the shop's. */
export function toProductRecord(product: Product, currency: string): SyncedRecord {
  const amount = toAmount(product.price ?? "", currency);
  const { sku, variations, stock_quantity } = product;
  return {
    kind: "product",
    externalId: String(product.id),
    title: plainText(product.name),
    state: product.status,
    ...(amount ? { amount } : {}),
    ...(product.manage_stock && stock_quantity !== null ? { stock: stock_quantity } : {}),
    details: {
      Availability: stockStatusWords(product.stock_status),
      ...(sku ? { SKU: sku } : {}),
      ...(variations.length > 0 ? { Variations: String(variations.length) } : {}),
    },
    changedAt: changedAtOf(product),
  };
}
