import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { SyncSource } from "../../contract/sync.ts";
import { orUndefined } from "../../kit/or-undefined.ts";
import { askStore, listPage } from "../client.ts";
import { knownProduct, productFields, productSchema, toProductRecord } from "../product.ts";
import { changesSince } from "./changes-since.ts";

const isoCode = z.string().regex(/^[A-Z]{3}$/);

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-products */
export const productSource: SyncSource = {
  title: "Products",
  scopes: ["read"],
  async page(call, { cursor, since }) {
    const currency = await readShopCurrency(call);
    const { items: records, ...rest } = await listPage(call, {
      path: "products",
      read: (record) => toProductRecord(productSchema.parse(record), currency),
      known: knownProduct,
      fields: productFields,
      cursor,
      limit: 100,
      query: changesSince(since),
    });
    return { records, ...rest };
  },
};

/**
 * The currency of a shop's prices, from its own list or from its settings; null where it tells neither. Products are
 * worth reading without their prices, so that a shop which hides this keeps nobody from the rest.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#retrieve-current-currency
 * @throws {ProviderError} for what concerns the whole shop: keys that are refused, too many requests, no answer in time
 */
async function readShopCurrency(call: Call): Promise<string | null> {
  const current = await orUndefined(
    askStore(call, { method: "GET", path: "data/currencies/current" }, z.looseObject({ code: isoCode })),
  );
  if (current) return current.code;
  const path = "settings/general/woocommerce_currency";
  const setting = await orUndefined(
    askStore(call, { method: "GET", path }, z.looseObject({ value: isoCode })),
  );
  return setting?.value ?? null;
}
