import type { SyncSource } from "../../contract/sync.ts";
import { listPage } from "../client.ts";
import { knownOrder, orderFields, orderSchema, toOrderRecord } from "../order.ts";
import { changesSince } from "./changes-since.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-orders */
export const orderSource: SyncSource = {
  title: "Orders",
  scopes: ["read"],
  async page(call, { cursor, since }) {
    const page = await listPage(call, {
      path: "orders",
      read: (record) => toOrderRecord(orderSchema.parse(record)),
      known: knownOrder,
      fields: orderFields,
      cursor,
      limit: 100,
      query: changesSince(since),
    });
    const { items: records, ...rest } = page;
    return { records, ...rest };
  },
};
