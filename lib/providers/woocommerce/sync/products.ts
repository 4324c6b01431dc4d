import type { SyncSource } from "../../contract/sync.ts";
import { listPage } from "../list-page.ts";
import { knownProduct, productFields, productSchema, toProductRecord } from "../product.ts";
import { readShopCurrency } from "../shop-currency.ts";
import { changesSince } from "./changes-since.ts";

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
