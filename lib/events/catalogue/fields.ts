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
  id: reference.describe("Your id of the code"),
  name: text.optional().describe("What you call it"),
  shortUrl: z.url().optional().describe("The address that the code holds"),
});

export const customer = z.strictObject({
  id: reference.optional().describe("Your id of the person"),
  name: text.optional().describe("Full name"),
  email: z.email().optional().describe("Where they can be written to"),
  phone: z.string().min(3).max(40).optional().describe("As it was given"),
  hasMarketingConsent: z.boolean().optional().describe("They agreed to hear from you; left out is no"),
});

export const orderLine = z.strictObject({
  sku: reference.optional().describe("Your number of the article"),
  name: text.describe("What was ordered"),
  quantity: z.int().min(1).max(10_000).describe("How many"),
  unitAmount: minorUnits.describe("Price of one, in minor units such as cents"),
  totalAmount: minorUnits.describe("Price of the line, in minor units"),
});

export const location = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "must be an ISO 3166 code such as DE")
    .optional()
    .describe("ISO 3166 country code"),
  region: text.optional().describe("State or province"),
  city: text.optional().describe("Town or city"),
  latitude: z.number().min(-90).max(90).optional().describe("In degrees, north is positive"),
  longitude: z.number().min(-180).max(180).optional().describe("In degrees, east is positive"),
});

export const device = z.strictObject({
  type: z.enum(["phone", "tablet", "desktop", "other"]).describe("Kind of device"),
  os: text.optional().describe("Operating system and version"),
  browser: text.optional().describe("Browser it was opened with"),
  language: z.string().max(35).optional().describe("Language tag (BCP 47), such as de-DE"),
});
