import { z } from "zod";

/** What a shop holds, as the sandbox keeps it. Ids are Shopify's numbers, as texts. */
export const shopObject = z.object({
  id: z.string(),
  name: z.string(),
  currency: z.string(),
});

export const locationObject = z.object({ name: z.string(), isActive: z.boolean() });

export const variantObject = z.object({
  id: z.string(),
  title: z.string(),
  sku: z.string(),
  price: z.string(),
  inventoryItemId: z.string(),
  isTracked: z.boolean(),
});
export type VariantObject = z.infer<typeof variantObject>;

export const productObject = z.object({
  title: z.string(),
  status: z.enum(["ACTIVE", "ARCHIVED", "DRAFT"]),
  vendor: z.string(),
  productType: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  variants: z.array(variantObject),
});
export type ProductObject = z.infer<typeof productObject>;

/** Stock of an inventory item at a location; its id is `<item>:<location>`. */
export const levelObject = z.object({ available: z.int(), committed: z.int() });

export const lineObject = z.object({
  id: z.string(),
  title: z.string(),
  variantTitle: z.string().nullable(),
  variantId: z.string().nullable(),
  productId: z.string().nullable(),
  sku: z.string().nullable(),
  quantity: z.int(),
  price: z.string(),
});
export type LineObject = z.infer<typeof lineObject>;

export const fulfilmentObject = z.object({
  id: z.string(),
  createdAt: z.string(),
  displayStatus: z.string(),
  company: z.string(),
  number: z.string(),
  url: z.string(),
});

export const orderObject = z.object({
  number: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  cancelledAt: z.string().nullable(),
  currency: z.string(),
  total: z.string(),
  financialStatus: z.string(),
  fulfilmentStatus: z.string(),
  sourceIdentifier: z.string().nullable(),
  email: z.string().nullable(),
  note: z.string().nullable(),
  tags: z.array(z.string()),
  customAttributes: z.array(z.object({ key: z.string(), value: z.string() })),
  isTest: z.boolean(),
  lines: z.array(lineObject),
  fulfilments: z.array(fulfilmentObject),
});
export type OrderObject = z.infer<typeof orderObject>;

export const webhookObject = z.object({
  topic: z.string(),
  uri: z.string(),
  includeFields: z.array(z.string()),
  createdAt: z.string(),
});

/** What an idempotency key was used for. */
export const usedKeyObject = z.object({ fingerprint: z.string(), answer: z.record(z.string(), z.unknown()) });

export type Stored<Data> = { id: string; data: Data };
