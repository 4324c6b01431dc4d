import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { trimmedText } from "#lib/text-schema.ts";
import type { Said } from "../contract/app-words.ts";
import type { FieldMeta } from "../contract/auth.ts";
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
import { idNumber, plainText, toAmount } from "./wordpress.ts";
import { tell } from "./words.ts";

export const orderId = idNumber("order").meta({
  title: "Order",
  description: "The number under which your shop keeps the order.",
  resource: "orders",
} satisfies FieldMeta);

/** Statuses that plugins add are as good as WooCommerce's own: the shop says which it knows. */
export const orderStatus = trimmedText(200).regex(
  /^[a-z][a-z0-9_-]{0,19}$/,
  "Give the status as WooCommerce writes it, such as processing or on-hold.",
);

export const orderStatusHelp =
  "pending (waiting for payment), processing (paid, being prepared), on-hold, completed, cancelled, failed, or one that a plugin added.";

/**
 * How a parcel travels. WooCommerce itself does not say; its Shipment Tracking extension and the plugins that follow
 * its form keep a list in the order's meta data.
 * https://woocommerce.com/document/shipment-tracking/
 */
type Shipment = {
  carrier: string | null;
  number: string | null;
  url: string | null;
  /** ISO time of the day on which it was handed over. */
  shippedAt: string | null;
};

const trackingText = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim() || null)
  .nullish()
  .catch(null);

const trackingItem = z.looseObject({
  tracking_number: trackingText,
  formatted_tracking_provider: trackingText,
  custom_tracking_provider: trackingText,
  tracking_provider: trackingText,
  formatted_tracking_link: trackingText,
  ast_tracking_link: trackingText,
  custom_tracking_link: trackingText,
  /** Seconds since 1970. */
  date_shipped: trackingText,
});

/** PHP turns a list whose numbering has gaps into an object. */
const trackingItems = z.union([
  z.array(trackingItem),
  z.record(z.string(), trackingItem).transform((items) => Object.values(items)),
]);

type Meta = readonly { key: string; value?: unknown }[];

/** https://woocommerce.com/document/managing-orders/order-statuses/ */
const names = {
  pending: "order_pending",
  "on-hold": "order_on_hold",
  processing: "order_processing",
  completed: "order_completed",
  cancelled: "order_cancelled",
  refunded: "order_refunded",
  failed: "order_failed",
  "checkout-draft": "order_checkout_draft",
  trash: "order_trash",
} as const;

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
  const tracking = readShipments(order.meta_data).flatMap((shipment) => shipment.number ?? []);
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

/** A status in plain words; those that plugins add as they are. */
export function orderStatusWords(status: string): Said {
  const name = lookUp<(typeof names)[keyof typeof names]>(names, status);
  return name === undefined ? tell("order_other", { status }) : tell(name);
}

/**
 * Where an order is looked at in the shop's administration. Shops that keep orders in tables of their own lead on from
 * there to their own page.
 */
export function buildOrderUrl(store: string, orderId: string): string {
  return `${store}/wp-admin/post.php?post=${orderId}&action=edit`;
}

/** Empty where no plugin kept tracking, or one keeps it in a form of its own: an order is worth showing without. */
export function readShipments(meta: Meta): Shipment[] {
  const items = trackingItems.safeParse(metaValue(meta, "_wc_shipment_tracking_items"));
  if (items.success && items.data.length > 0) return items.data.map(toShipment);
  const number = trackingText.parse(metaValue(meta, "_tracking_number"));
  if (!number) return [];
  return [
    {
      carrier: trackingText.parse(metaValue(meta, "_tracking_provider")) ?? null,
      number,
      url: null,
      shippedAt: null,
    },
  ];
}

function toShipment(item: z.infer<typeof trackingItem>): Shipment {
  const link = item.formatted_tracking_link ?? item.ast_tracking_link ?? item.custom_tracking_link;
  const seconds = /^\d{1,11}$/.test(item.date_shipped ?? "") ? Number(item.date_shipped) : null;
  return {
    carrier:
      item.formatted_tracking_provider ?? item.custom_tracking_provider ?? item.tracking_provider ?? null,
    number: item.tracking_number ?? null,
    url: link && /^https?:\/\//i.test(link) ? link : null,
    shippedAt: seconds === null ? null : new Date(seconds * 1_000).toISOString(),
  };
}

function metaValue(meta: Meta, key: string): unknown {
  return meta.findLast((entry) => entry.key === key)?.value;
}
