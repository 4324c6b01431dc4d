import { z } from "zod";
import type { SyncedRecord } from "../sync.ts";
import { changedAtOf, gmtTimeSchema } from "./gmt-time.ts";
import { toAmount } from "./money.ts";
import { orderStatusWords } from "./order-status.ts";
import { plainText } from "./plain-text.ts";
import { shipmentsOf } from "./shipments.ts";

/** What is asked for of an order: nothing about the person who placed it. */
export const orderFields = [
  "id",
  "number",
  "status",
  "currency",
  "total",
  "created_via",
  "date_created_gmt",
  "date_modified_gmt",
  "date_paid_gmt",
  "date_completed_gmt",
  "line_items",
  "meta_data",
].join(",");

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties */
export const orderSchema = z.object({
  id: z.int().positive(),
  number: z.string(),
  status: z.string(),
  currency: z.string(),
  total: z.string(),
  created_via: z.string().nullish(),
  date_created_gmt: gmtTimeSchema.nullish(),
  date_modified_gmt: gmtTimeSchema.nullish(),
  date_paid_gmt: gmtTimeSchema.nullish(),
  date_completed_gmt: gmtTimeSchema.nullish(),
  line_items: z.array(z.object({ name: z.string().nullish(), quantity: z.number() })),
  meta_data: z.array(z.object({ key: z.string(), value: z.unknown() })),
});
export type Order = z.infer<typeof orderSchema>;

export function orderTitle({ number }: Pick<Order, "number">): string {
  return `Order ${number}`;
}

/** The local copy of an order. */
export function toOrderRecord(order: Order): SyncedRecord {
  const amount = toAmount(order.total, order.currency);
  const pieces = order.line_items.reduce((sum, { quantity }) => sum + quantity, 0);
  const tracking = shipmentsOf(order.meta_data).flatMap(({ number }) => number ?? []);
  return {
    kind: "order",
    externalId: String(order.id),
    title: orderTitle(order),
    state: order.status,
    ...(amount ? { amount } : {}),
    details: {
      Status: orderStatusWords(order.status),
      Pieces: String(pieces),
      ...(tracking.length > 0 ? { "Tracking number": tracking.join(", ") } : {}),
    },
    changedAt: changedAtOf(order),
  };
}

/** What was ordered, as the shop names it. */
export function orderItems({ line_items }: Order): { name: string; quantity: number }[] {
  return line_items.map(({ name, quantity }) => ({ name: plainText(name ?? ""), quantity }));
}
