import type { Resource } from "../../resource.ts";
import { changedAtOf } from "../gmt-time.ts";
import { listPage } from "../list-page.ts";
import { orderFields, orderSchema, orderTitle } from "../order.ts";
import { orderStatusWords } from "../order-status.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-orders */
export const orders: Resource = {
  title: "Orders",
  scopes: ["read"],
  async list(call, { cursor, limit, search }) {
    const query = { search, orderby: "date", order: "desc" };
    const page = await listPage(call, {
      path: "orders",
      schema: orderSchema,
      fields: orderFields,
      cursor,
      limit,
      query,
    });
    return {
      nextCursor: page.nextCursor,
      items: page.items.map((order) => ({
        id: String(order.id),
        label: orderTitle(order),
        details: {
          status: orderStatusWords(order.status),
          total: `${order.total} ${order.currency}`,
          changed: changedAtOf(order),
        },
      })),
    };
  },
};
