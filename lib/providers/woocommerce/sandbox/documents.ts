import { z } from "zod";

const time = z.iso.datetime({ offset: true });

/** How this sandbox keeps a shop. Times are ISO, in UTC; money is in cents. */
export const siteDocument = z.object({
  title: z.string(),
  currency: z.string(),
  /** Of the shop's own clock. */
  utcOffsetMinutes: z.int().min(-1_440).max(1_440),
  /** Of WooCommerce. */
  version: z.string(),
});
export type SiteDocument = z.infer<typeof siteDocument>;

const stock = {
  manageStock: z.boolean(),
  stockQuantity: z.int().nullable(),
  stockStatus: z.enum(["instock", "outofstock", "onbackorder"]),
};

export const productDocument = z.object({
  name: z.string(),
  type: z.enum(["simple", "variable"]),
  status: z.enum(["draft", "pending", "private", "publish", "trash"]),
  sku: z.string(),
  priceCents: z.int(),
  isVirtual: z.boolean(),
  ...stock,
  createdAt: time,
  modifiedAt: time,
});
export type ProductDocument = z.infer<typeof productDocument>;

export const variationDocument = z.object({
  parentId: z.string(),
  option: z.string(),
  sku: z.string(),
  priceCents: z.int(),
  ...stock,
  createdAt: time,
  modifiedAt: time,
});
export type VariationDocument = z.infer<typeof variationDocument>;

export const orderStatuses = [
  "pending",
  "processing",
  "on-hold",
  "completed",
  "cancelled",
  "refunded",
  "failed",
  "checkout-draft",
] as const;

const addressDocument = z.object({
  first_name: z.string(),
  last_name: z.string(),
  company: z.string(),
  address_1: z.string(),
  address_2: z.string(),
  city: z.string(),
  state: z.string(),
  postcode: z.string(),
  country: z.string(),
  email: z.string(),
  phone: z.string(),
});

export const orderDocument = z.object({
  status: z.enum(orderStatuses),
  currency: z.string(),
  createdVia: z.string(),
  billing: addressDocument,
  customerNote: z.string(),
  lineItems: z.array(
    z.object({
      id: z.int(),
      name: z.string(),
      productId: z.int(),
      variationId: z.int(),
      quantity: z.int().min(1),
      sku: z.string(),
      totalCents: z.int(),
    }),
  ),
  feeLines: z.array(z.object({ id: z.int(), name: z.string(), total: z.string() })).default([]),
  meta: z.array(z.object({ id: z.int(), key: z.string(), value: z.unknown() })),
  hasReducedStock: z.boolean(),
  createdAt: time,
  modifiedAt: time,
  paidAt: time.nullable(),
  completedAt: time.nullable(),
});
export type OrderDocument = z.infer<typeof orderDocument>;

export const webhookDocument = z.object({
  name: z.string(),
  status: z.enum(["active", "paused", "disabled"]),
  topic: z.string(),
  deliveryUrl: z.string(),
  secret: z.string(),
  failureCount: z.int(),
  createdAt: time,
  modifiedAt: time,
});
export type WebhookDocument = z.infer<typeof webhookDocument>;

/** A key that came of a consent; those that people type have none of these. */
export const keyDocument = z.object({
  description: z.string(),
  permissions: z.string(),
  truncatedKey: z.string(),
});
