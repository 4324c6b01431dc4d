import { z } from "zod";
import type { Call } from "../call.ts";
import { ProviderError } from "../provider-error.ts";
import { askStore } from "./client.ts";
import { plainText } from "./plain-text.ts";

type LineItem = { productId: string; variationId?: string | undefined };

const orderable = z.object({ id: z.int(), name: z.string(), variations: z.array(z.int()) });

/**
 * Makes sure that what is ordered exists. WooCommerce does not: for a product that it does not know it makes an order
 * with a nameless line of 0.00.
 * @throws {ProviderError} not_found, invalid_input
 */
export async function checkLineItems(call: Call, items: readonly LineItem[]): Promise<void> {
  const ids = [...new Set(items.map(({ productId }) => productId))];
  const products = await askStore(
    call,
    {
      method: "GET",
      path: "products",
      query: { include: ids.join(","), per_page: "100", _fields: "id,name,variations" },
    },
    z.array(orderable),
  );
  for (const { productId, variationId } of items) {
    const product = products.find(({ id }) => String(id) === productId);
    if (!product)
      throw missing("not_found", `Your shop has no product ${productId} any more. Choose another one.`);
    const name = plainText(product.name);
    if (variationId !== undefined && !product.variations.some((id) => String(id) === variationId)) {
      throw missing(
        "not_found",
        `“${name}” has no variation ${variationId} in your shop. Choose another one.`,
      );
    }
    if (variationId === undefined && product.variations.length > 0) {
      throw missing(
        "invalid_input",
        `“${name}” comes in variations. Say which one: ${product.variations.join(", ")}.`,
      );
    }
  }
}

function missing(kind: "not_found" | "invalid_input", message: string): ProviderError {
  return new ProviderError({ kind, message });
}
