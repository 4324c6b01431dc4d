import { z } from "zod";
import type { Message } from "#lib/failures/message.ts";
import { minorToDecimal } from "#lib/money/decimal-minor.ts";
import type { Call } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { hint, id, list, listOfEach, optionalText } from "../kit/lenient.ts";
import { readEach } from "../kit/read-each.ts";
import { askStore } from "./client.ts";
import { knownProduct } from "./product.ts";
import { plainText } from "./wordpress.ts";
import { tell } from "./words.ts";

type LineItem = { productId: string; variationId?: string | undefined };

const orderable = z.looseObject({ id, name: hint, variations: listOfEach(id) });

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
    fees.push({ name: `${quantity} × ${name}`, total: minorToDecimal(totalAmount, currency ?? "EUR") });
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

/**
 * Makes sure that what is ordered exists. WooCommerce does not: for a product that it does not know it makes an order
 * with a nameless line of 0.00.
 * @throws {ProviderError} not_found, invalid_input, conflict
 */
export async function checkLineItems(call: Call, items: readonly LineItem[]): Promise<void> {
  const ids = [...new Set(items.map(({ productId }) => productId))];
  const records = await askStore(
    call,
    {
      method: "GET",
      path: "products",
      query: { include: ids.join(","), per_page: "100", _fields: "id,name,variations" },
    },
    list,
  );
  const { items: products, unread } = readEach(records, knownProduct, (record) => orderable.parse(record));
  for (const { productId, variationId } of items) {
    const product = products.find((one) => one.id === productId);
    const odd = unread.find(({ externalId }) => externalId === productId);
    if (odd) throw missing("conflict", tell("product_cannot_be_read", { productId }));
    if (!product) throw missing("not_found", tell("shop_has_no_product_any", { productId }));
    const name = plainText(product.name ?? `Product ${productId}`);
    if (variationId !== undefined && !product.variations.includes(variationId)) {
      throw missing("not_found", tell("has_no_variation_in_shop", { name, variationId }));
    }
    if (variationId === undefined && product.variations.length > 0) {
      throw missing(
        "invalid_input",
        tell("comes_in_variations", { name, variations: product.variations.join(", ") }),
      );
    }
  }
}

function missing(kind: "not_found" | "invalid_input" | "conflict", message: Message): ProviderError {
  return new ProviderError({ kind, message });
}
