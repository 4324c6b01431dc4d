import { z } from "zod";

/**
 * How a parcel travels. WooCommerce itself does not say; its Shipment Tracking extension and the plugins that follow
 * its form keep a list in the order's meta data.
 * https://woocommerce.com/document/shipment-tracking/
 */
export type Shipment = {
  carrier: string | null;
  number: string | null;
  url: string | null;
  /** ISO time of the day on which it was handed over. */
  shippedAt: string | null;
};

const text = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim() || null)
  .nullish()
  .catch(null);

const trackingItem = z.looseObject({
  tracking_number: text,
  formatted_tracking_provider: text,
  custom_tracking_provider: text,
  tracking_provider: text,
  formatted_tracking_link: text,
  ast_tracking_link: text,
  custom_tracking_link: text,
  /** Seconds since 1970. */
  date_shipped: text,
});

/** PHP turns a list whose numbering has gaps into an object. */
const trackingItems = z.union([
  z.array(trackingItem),
  z.record(z.string(), trackingItem).transform((items) => Object.values(items)),
]);

type Meta = readonly { key: string; value?: unknown }[];

/** Empty where no plugin kept tracking, or one keeps it in a form of its own: an order is worth showing without. */
export function shipmentsOf(meta: Meta): Shipment[] {
  const items = trackingItems.safeParse(metaValue(meta, "_wc_shipment_tracking_items"));
  if (items.success && items.data.length > 0) return items.data.map(toShipment);
  const number = text.parse(metaValue(meta, "_tracking_number"));
  if (!number) return [];
  return [
    {
      carrier: text.parse(metaValue(meta, "_tracking_provider")) ?? null,
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
