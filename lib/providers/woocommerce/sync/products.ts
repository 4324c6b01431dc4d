import { z } from "zod";
import type { SyncSource } from "../../sync.ts";
import { askStore } from "../client.ts";
import { listPage } from "../list-page.ts";
import { productFields, productSchema, toProductRecord } from "../product.ts";
import { changesSince } from "./changes-since.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-products */
export const productSource: SyncSource = {
  title: "Products",
  scopes: ["read"],
  async page(call, { cursor, since }) {
    const { code } = await askStore(
      call,
      { method: "GET", path: "data/currencies/current" },
      z.object({ code: z.string() }),
    );
    const page = await listPage(call, {
      path: "products",
      schema: productSchema,
      fields: productFields,
      cursor,
      limit: 100,
      query: changesSince(since),
    });
    const records = page.items.map((product) => toProductRecord(product, code));
    return { records, nextCursor: page.nextCursor, total: page.total };
  },
};
