import type { SyncSource } from "../../sync.ts";
import { listPage } from "../list-page.ts";
import { orderFields, orderSchema, toOrderRecord } from "../order.ts";
import { changesSince } from "./changes-since.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-orders */
export const orderSource: SyncSource = {
  title: "Orders",
  scopes: ["read"],
  async page(call, { cursor, since }) {
    const page = await listPage(call, {
      path: "orders",
      schema: orderSchema,
      fields: orderFields,
      cursor,
      limit: 100,
      query: changesSince(since),
    });
    return { records: page.items.map(toOrderRecord), nextCursor: page.nextCursor, total: page.total };
  },
};
