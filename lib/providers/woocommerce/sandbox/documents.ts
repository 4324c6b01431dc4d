import { z } from "zod";
import type { SandboxAccountContext } from "../../sandbox-kit/contract.ts";

/** One shop, for whoever works in it: the REST API, the consent page, or the merchant behind the counter. */
export type Shop = {
  /** https://ana.example/shop */
  address: string;
  site: SiteDocument;
  context: SandboxAccountContext;
  /** ISO */
  now: string;
};

const time = z.iso.datetime({ offset: true });

/** How this sandbox keeps a shop. Times are ISO, in UTC; money is in cents. */
const siteDocument = z.object({
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

export async function openShop(context: SandboxAccountContext): Promise<Shop> {
  const site = (await context.store.get("site", "site", siteDocument)) ?? freshSite(context);
  return {
    address: `https://${context.account.externalId}`,
    site,
    context,
    now: context.now().toISOString(),
  };
}

/** What a shop goes by whose settings cannot be read. */
function freshSite({ account }: SandboxAccountContext): SiteDocument {
  return { title: account.label, currency: "EUR", utcOffsetMinutes: 0, version: "10.0.0" };
}

/** A number for something new. WordPress counts posts of all kinds together. */
export async function nextId(shop: Shop): Promise<number> {
  return 2_000 + (await shop.context.store.next("post"));
}

/** A time as the REST API writes it: by the shop's clock, and as GMT, neither with a zone. */
export function presentTime(name: string, iso: string | null, { utcOffsetMinutes }: SiteDocument) {
  const local = iso === null ? null : new Date(Date.parse(iso) + utcOffsetMinutes * 60_000);
  return {
    [name]: local?.toISOString().slice(0, 19) ?? null,
    [`${name}_gmt`]: iso === null ? null : new Date(iso).toISOString().slice(0, 19),
  };
}

/**
 * What a date parameter is compared with, in ms: without a zone it is taken as it stands; with one it is turned into
 * the shop's clock first, also where GMT columns are compared (WP_Date_Query::build_mysql_datetime).
 */
export function comparableTime(parameter: string, { utcOffsetMinutes }: SiteDocument): number {
  const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i.test(parameter);
  return hasZone ? Date.parse(parameter) + utcOffsetMinutes * 60_000 : Date.parse(`${parameter}Z`);
}

/** The same of a document's time. */
export function storedTime(iso: string, isGmt: boolean, { utcOffsetMinutes }: SiteDocument): number {
  const wholeSeconds = Math.floor(Date.parse(iso) / 1_000) * 1_000;
  return isGmt ? wholeSeconds : wholeSeconds + utcOffsetMinutes * 60_000;
}
