import type { Resource } from "../../contract/resource.ts";
import { listPage } from "../client.ts";
import { knownOrder, orderFields, orderSchema, orderStatusWords, orderTitle } from "../order.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-orders */
export const orders: Resource = {
  title: "Orders",
  scopes: ["read"],
  async list(call, { cursor, limit, search }) {
    const query = { search, orderby: "date", order: "desc" };
    const page = await listPage(call, {
      path: "orders",
      read: (record) => orderSchema.parse(record),
      known: knownOrder,
      fields: orderFields,
      cursor,
      limit,
      query,
    });
    return {
      nextCursor: page.nextCursor,
      unread: page.unread,
      items: page.items.map((order) => ({
        id: order.id,
        label: orderTitle(order),
        details: {
          status: orderStatusWords(order.status),
          total: `${order.total} ${order.currency}`,
          ...(order.changedAt ? { changed: order.changedAt } : {}),
        },
      })),
    };
  },
};
