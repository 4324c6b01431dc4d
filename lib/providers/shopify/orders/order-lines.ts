import type { Call } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { toDecimal } from "../money.ts";
import { findVariantsBySku } from "../stock/find-variants-by-sku.ts";
import { tell } from "../words.ts";
import type { OrderLineInput } from "./order-input.ts";

/** https://shopify.dev/docs/api/admin-graphql/2026-10/input-objects/OrderCreateLineItemInput */
export type ShopifyLine = {
  quantity: number;
  variantId?: string;
  title?: string;
  sku?: string;
  priceSet?: { shopMoney: { amount: string; currencyCode: string } };
};

/**
 * Lines in Shopify's form: the product where there is one, otherwise name and price.
 * @throws {ProviderError} invalid_input for a line that has neither
 */
export async function toShopifyLines(
  call: Call,
  lines: readonly OrderLineInput[],
  currencyCode: string,
): Promise<ShopifyLine[]> {
  const skus = lines.flatMap(({ variantId, sku }) => (variantId === undefined && sku ? [sku] : []));
  const variants = skus.length > 0 ? await findVariantsBySku(call, skus) : new Map<string, string>();
  return lines.map((line, index) => {
    const variantId = line.variantId ?? (line.sku ? variants.get(line.sku) : undefined);
    const minor = priceOfOne(line, index);
    const price =
      minor === undefined
        ? {}
        : { priceSet: { shopMoney: { amount: toDecimal(minor, currencyCode), currencyCode } } };
    if (variantId !== undefined) return { quantity: line.quantity, variantId, ...price };
    if (line.name === undefined || minor === undefined) throw unknownProduct(line, index);
    return { quantity: line.quantity, title: line.name, ...(line.sku ? { sku: line.sku } : {}), ...price };
  });
}

function priceOfOne(line: OrderLineInput, index: number): number | undefined {
  if (line.unitAmount !== undefined || line.totalAmount === undefined) return line.unitAmount;
  const minor = line.totalAmount / line.quantity;
  if (Number.isInteger(minor)) return minor;
  const message = tell("line", { index: index + 1 });
  throw new ProviderError({ kind: "invalid_input", message });
}

function unknownProduct({ sku }: OrderLineInput, index: number): ProviderError {
  const message = sku
    ? tell("line_2", { index: index + 1, sku })
    : tell("line_needs_product_name_price", { index: index + 1 });
  return new ProviderError({ kind: "invalid_input", message });
}
