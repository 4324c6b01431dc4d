import { z } from "zod";
import type { SyncedRecord, SyncSource } from "#lib/providers/contract/sync.ts";
import { readEach } from "../../kit/read-each.ts";
import { askAdmin, connection, isCutOff, nextCursor, type ShopMoney, toMinor } from "../client.ts";
import { listTracking, type OrderNode, orderFields, orderNode } from "../order.ts";
import { changedSince, exactly, recordCount } from "./changed-since.ts";

/** What is copied of an order: nothing about the person who placed it. */
type OrderFacts = {
  /** gid://shopify/Order/1 */
  id: string;
  name: string;
  isCancelled: boolean;
  /** UNFULFILLED, FULFILLED, … */
  fulfilment: string;
  /** PAID, PENDING, … */
  payment: string | null;
  total: ShopMoney | undefined;
  trackingNumbers: readonly string[];
  changedAt: string | null;
};

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
    trackingNumbers: listTracking(order).flatMap(({ number }) => (number ? [number] : [])),
    changedAt: order.updatedAt ?? null,
  });
}

/** The same copy of an order, whether a page or a webhook told of it. */
export function orderRecord(order: OrderFacts): SyncedRecord {
  const minor = order.total && toMinor(order.total);
  return {
    kind: "order",
    externalId: order.id,
    title: order.name,
    state: order.isCancelled ? "CANCELLED" : order.fulfilment,
    ...(minor === undefined || !order.total ? {} : { amount: { minor, currency: order.total.currencyCode } }),
    details: {
      ...(order.payment ? { Payment: order.payment } : {}),
      ...(order.trackingNumbers.length > 0 ? { Tracking: order.trackingNumbers.join(", ") } : {}),
    },
    changedAt: order.changedAt,
  };
}
