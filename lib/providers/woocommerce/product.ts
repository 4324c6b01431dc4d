import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { Said } from "../contract/app-words.ts";
import type { SyncedRecord } from "../contract/sync.ts";
import {
  id,
  optionalDecimal,
  optionalFlag,
  optionalList,
  optionalMoment,
  optionalNumber,
  optionalText,
  text,
} from "../kit/lenient.ts";
import { toAmount } from "./money.ts";
import { plainText } from "./plain-text.ts";
import { tell } from "./words.ts";

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
