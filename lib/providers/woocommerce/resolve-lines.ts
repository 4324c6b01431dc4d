import { z } from "zod";
import { minorDigits } from "#lib/money/minor-digits.ts";
import type { Call } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { id, list, optionalText } from "../kit/lenient.ts";
import { readEach } from "../kit/read-each.ts";
import { askStore } from "./client.ts";
import { knownProduct } from "./product.ts";
import { tell } from "./words.ts";

type AskedLine = {
  productId?: string | undefined;
  variationId?: string | undefined;
  sku?: string | undefined;
  name?: string | undefined;
  totalAmount?: number | undefined;
  quantity: number;
};
export type ProductLine = { productId: string; variationId?: string | undefined; quantity: number };
/** What is not in the shop, as a line of its own. @param total as WooCommerce writes it, such as 12.50 */
export type FeeLine = { name: string; total: string };

const bySku = z.looseObject({ id, sku: optionalText, parent_id: id.optional().catch(undefined) });

/**
 * The products that lines are about: those that were named, those that the shop has under the SKU, and of what it does
 * not have a line with its name and price.
 * @throws {ProviderError} not_found for a SKU that the shop does not have, where the line has no name and price
 */
export async function resolveLines(
  call: Call,
  lines: readonly AskedLine[],
  currency: string | undefined,
): Promise<{ products: ProductLine[]; fees: FeeLine[] }> {
  const wanted = lines.flatMap(({ productId, sku }) => (productId === undefined && sku ? [sku] : []));
  const found = await findBySku(call, [...new Set(wanted)]);
  const products: ProductLine[] = [];
  const fees: FeeLine[] = [];
  for (const { productId, variationId, sku, name, totalAmount, quantity } of lines) {
    const known = productId === undefined ? found.get(sku ?? "") : { productId, variationId };
    if (known) {
      products.push({ ...known, quantity });
      continue;
    }
    if (!name || totalAmount === undefined) {
      const message = tell("shop_has_no_sku", { sku: sku ?? "" });
      throw new ProviderError({ kind: "not_found", message });
    }
    fees.push({ name: `${quantity} × ${name}`, total: decimal(totalAmount, currency ?? "EUR") });
  }
  return { products, fees };
}

/**
 * Products and variations by SKU: the filter takes several, separated by commas, and answers variations too.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-products
 */
async function findBySku(
  call: Call,
  skus: readonly string[],
): Promise<Map<string, Omit<ProductLine, "quantity">>> {
  if (skus.length === 0) return new Map();
  const records = await askStore(
    call,
    {
      method: "GET",
      path: "products",
      query: { sku: skus.join(","), per_page: "100", _fields: "id,sku,parent_id" },
    },
    list,
  );
  const { items } = readEach(records, knownProduct, (record) => bySku.parse(record));
  return new Map(
    items.flatMap(({ id: own, sku, parent_id: parent }) => {
      if (!sku) return [];
      const isVariation = parent !== undefined && parent !== "0";
      return [[sku, isVariation ? { productId: parent, variationId: own } : { productId: own }] as const];
    }),
  );
}

function decimal(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(minor).padStart(digits + 1, "0");
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
