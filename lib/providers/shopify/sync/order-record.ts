import type { SyncedRecord } from "#lib/providers/contract/sync.ts";
import { type ShopMoney, toMinor } from "../money.ts";

/** What is copied of an order: nothing about the person who placed it. */
export type OrderFacts = {
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
