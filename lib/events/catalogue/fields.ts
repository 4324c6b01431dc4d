import { z } from "zod";

const text = z.string().min(1).max(500);

/** Amounts are whole minor units (cents), with the currency beside them. */
export const minorUnits = z.int().min(0).max(999_999_999_99).describe("Amount in minor units, such as cents");
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, "must be an ISO 4217 code such as EUR")
  .describe("ISO 4217 currency code");
export const reference = z.string().min(1).max(200);
export const instant = z.iso.datetime({ offset: true });

export const qrCode = z.strictObject({
  id: reference,
  name: text.optional(),
  shortUrl: z.url().optional(),
});

export const customer = z.strictObject({
  id: reference.optional(),
  name: text.optional(),
  email: z.email().optional(),
  phone: z.string().min(3).max(40).optional(),
  hasMarketingConsent: z.boolean().optional(),
});

export const orderLine = z.strictObject({
  sku: reference.optional(),
  name: text,
  quantity: z.int().min(1).max(10_000),
  unitAmount: minorUnits,
  totalAmount: minorUnits,
});

export const location = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "must be an ISO 3166 code such as DE")
    .optional(),
  region: text.optional(),
  city: text.optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
});

export const device = z.strictObject({
  type: z.enum(["phone", "tablet", "desktop", "other"]),
  os: text.optional(),
  browser: text.optional(),
  language: z.string().max(35).optional(),
});
