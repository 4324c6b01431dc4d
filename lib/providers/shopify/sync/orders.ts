import { z } from "zod";
import type { SyncedRecord, SyncSource } from "#lib/providers/contract/sync.ts";
import { readEach } from "../../kit/read-each.ts";
import { askAdmin } from "../client.ts";
import { type OrderNode, orderFields, orderNode, trackingOf } from "../orders/order-fields.ts";
import { connection, isCutOff, nextCursor } from "../page.ts";
import { changedSince } from "./changed-since.ts";
import { orderRecord } from "./order-record.ts";
import { exactly, recordCount } from "./record-count.ts";

/** https://shopify.dev/docs/api/admin-graphql/2026-10/queries/orders */
export const orderSyncDocument = `query OrderSync($after: String, $query: String, $sortKey: OrderSortKeys!) {
  ordersCount(query: $query, limit: null) { count precision }
  orders(first: 25, after: $after, query: $query, sortKey: $sortKey) {
    nodes { ...OrderFields }
    pageInfo { hasNextPage endCursor }
  }
}
${orderFields}`;

const data = z.looseObject({ ordersCount: recordCount, orders: connection });

export const orderSync = {
  title: "Orders",
  scopes: ["read_orders"],
  page: async (call, { cursor, since }) => {
    const variables = { after: cursor, ...changedSince(since) };
    const { orders, ordersCount } = await askAdmin(call, { document: orderSyncDocument, variables, data });
    const { items: records, unread } = readEach(orders.nodes, { id: "id", label: "name" }, (record) =>
      toRecord(orderNode.parse(record)),
    );
    return {
      records,
      unread,
      nextCursor: nextCursor(orders),
      isCutOff: isCutOff(orders),
      total: exactly(ordersCount),
    };
  },
} satisfies SyncSource;

function toRecord(order: OrderNode): SyncedRecord {
  return orderRecord({
    id: order.id,
    name: order.name,
    isCancelled: order.cancelledAt !== undefined,
    fulfilment: order.displayFulfillmentStatus,
    payment: order.displayFinancialStatus ?? null,
    total: order.currentTotalPriceSet?.shopMoney ?? undefined,
    trackingNumbers: trackingOf(order).flatMap(({ number }) => (number ? [number] : [])),
    changedAt: order.updatedAt ?? null,
  });
}
