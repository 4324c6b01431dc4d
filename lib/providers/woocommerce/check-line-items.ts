import { z } from "zod";
import type { Message } from "#lib/failures/message.ts";
import type { Call } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { hint, id, list, listOfEach } from "../kit/lenient.ts";
import { readEach } from "../kit/read-each.ts";
import { askStore } from "./client.ts";
import { plainText } from "./plain-text.ts";
import { knownProduct } from "./product.ts";
import { tell } from "./words.ts";

type LineItem = { productId: string; variationId?: string | undefined };

const orderable = z.looseObject({ id, name: hint, variations: listOfEach(id) });

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
