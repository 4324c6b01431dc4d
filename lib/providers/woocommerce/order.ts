import { z } from "zod";
import type { SyncedRecord } from "../contract/sync.ts";
import {
  decimal,
  hint,
  id,
  listOfEach,
  listOfReadable,
  number,
  optionalMoment,
  optionalText,
  text,
} from "../kit/lenient.ts";
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

/**
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#order-properties. Plugins change types, leave fields out and
 * add their own; an order has an id, a status and a total. Meta data is what plugins keep, so that an entry which is none is left out.
 */
export const orderSchema = z
  .looseObject({
    id,
    number: optionalText,
    status: text,
    currency: text,
    total: decimal,
    created_via: hint,
    date_created_gmt: optionalMoment,
    date_modified_gmt: optionalMoment,
    date_paid_gmt: optionalMoment,
    date_completed_gmt: optionalMoment,
    line_items: listOfEach(z.looseObject({ name: optionalText, quantity: number })),
    meta_data: listOfReadable(z.looseObject({ key: text, value: z.unknown() })),
  })
  .transform((order) => ({
    ...order,
    number: order.number ?? order.id,
    changedAt: order.date_modified_gmt ?? order.date_created_gmt ?? null,
  }));
export type Order = z.output<typeof orderSchema>;

export const knownOrder = { id: "id", label: "number" };

export function orderTitle({ number: shown }: Pick<Order, "number">): string {
  return `Order ${shown}`;
}

/** The local copy of an order. */
export function toOrderRecord(order: Order): SyncedRecord {
  const amount = toAmount(order.total, order.currency);
  const pieces = order.line_items.reduce((sum, { quantity }) => sum + quantity, 0);
  const tracking = shipmentsOf(order.meta_data).flatMap((shipment) => shipment.number ?? []);
  return {
    kind: "order",
    externalId: order.id,
    title: orderTitle(order),
    state: order.status,
    ...(amount ? { amount } : {}),
    details: {
      Status: orderStatusWords(order.status),
      Pieces: String(pieces),
      ...(tracking.length > 0 ? { "Tracking number": tracking.join(", ") } : {}),
    },
    changedAt: order.changedAt,
  };
}

/** What was ordered, as the shop names it. */
export function orderItems({ line_items }: Order): { name: string; quantity: number }[] {
  return line_items.map(({ name, quantity }) => ({ name: plainText(name ?? ""), quantity }));
}
