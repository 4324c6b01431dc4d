import { z } from "zod";
import { shortText } from "#lib/text-schema.ts";

const text = shortText(500);

/** Amounts are whole minor units (cents), with the currency beside them. */
export const minorUnits = z.int().min(0).max(999_999_999_99).describe("Amount in minor units, such as cents");
/** Many systems write it small; receivers get capitals. */
export const currency = shortText(20)
  .regex(/^[A-Za-z]{3}$/, "must be an ISO 4217 code such as EUR")
  .toUpperCase()
  .describe("ISO 4217 currency code");
export const reference = shortText(200).min(1);

export const qrCode = z.strictObject({
  id: reference.describe("Your id of the code"),
  name: text.optional().describe("What you call it"),
  shortUrl: shortText(2_000).optional().describe("The address that the code holds"),
});

/**
 * As the guest or the till gave it. An address that a form would refuse is still where the guest is, and no reason to
 * lose an order: an action that needs a stricter form refuses it itself.
 */
export const customer = z.strictObject({
  id: shortText(200).optional().describe("Your id of the person"),
  name: text.optional().describe("Full name"),
  email: text
    .optional()
    .describe("Where they can be written to, as they gave it; it may be no email address"),
  phone: text.optional().describe("As they gave it"),
  hasMarketingConsent: z.boolean().optional().describe("They agreed to hear from you; left out is no"),
});

export const orderLine = z.strictObject({
  sku: shortText(200).optional().describe("Your number of the article"),
  name: text.describe("What was ordered"),
  quantity: z.int().min(1).max(10_000).describe("How many"),
  unitAmount: minorUnits.describe("Price of one, in minor units such as cents"),
  totalAmount: minorUnits.describe("Price of the line, in minor units"),
});

export const location = z.strictObject({
  country: text.optional().describe("ISO 3166 country code such as DE, as far as that is known"),
  region: text.optional().describe("State or province"),
  city: text.optional().describe("Town or city"),
  latitude: z.number().min(-90).max(90).optional().describe("In degrees, north is positive"),
  longitude: z.number().min(-180).max(180).optional().describe("In degrees, east is positive"),
});

export const device = z.strictObject({
  type: z.enum(["phone", "tablet", "desktop", "other"]).describe("Kind of device"),
  os: text.optional().describe("Operating system and version"),
  browser: text.optional().describe("Browser it was opened with"),
  language: shortText(100).optional().describe("Language tag (BCP 47), such as de-DE"),
});
