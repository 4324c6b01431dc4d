import { z } from "zod";
import type { SyncSource } from "#lib/providers/sync.ts";
import { askAdmin } from "../client.ts";
import { orderFields, orderNode, trackingOf } from "../orders/order-fields.ts";
import { connection, nextCursor } from "../page.ts";
import { changedSince } from "./changed-since.ts";
import { orderRecord } from "./order-record.ts";

/** https://shopify.dev/docs/api/admin-graphql/2026-10/queries/orders */
export const orderSyncDocument = `query OrderSync($after: String, $query: String, $sortKey: OrderSortKeys!) {
  ordersCount(query: $query, limit: null) { count precision }
  orders(first: 25, after: $after, query: $query, sortKey: $sortKey) {
    nodes { ...OrderFields }
    pageInfo { hasNextPage endCursor }
  }
}
${orderFields}`;

const data = z.looseObject({
  ordersCount: z.looseObject({ count: z.int(), precision: z.string() }).nullish(),
  orders: connection(orderNode),
});

export const orderSync = {
  title: "Orders",
  scopes: ["read_orders"],
  page: async (call, { cursor, since }) => {
    const variables = { after: cursor, ...changedSince(since) };
    const { orders, ordersCount } = await askAdmin(call, { document: orderSyncDocument, variables, data });
    return {
      records: orders.nodes.map((order) =>
        orderRecord({
          id: order.id,
          name: order.name,
          isCancelled: Boolean(order.cancelledAt),
          fulfilment: order.displayFulfillmentStatus,
          payment: order.displayFinancialStatus ?? null,
          total: order.currentTotalPriceSet.shopMoney,
          trackingNumbers: trackingOf(order).flatMap(({ number }) => (number ? [number] : [])),
          changedAt: order.updatedAt,
        }),
      ),
      nextCursor: nextCursor(orders),
      ...(ordersCount?.precision === "EXACT" ? { total: ordersCount.count } : {}),
    };
  },
} satisfies SyncSource;
