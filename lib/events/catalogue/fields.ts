import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { shortText } from "#lib/text-schema.ts";
import { eventTexts as t } from "#lib/words/en/definitions/event-texts.ts";
import { told } from "./define.ts";

const text = shortText(500);

/** Amounts are whole minor units (cents), with the currency beside them. */
export const minorUnits = z
  .int()
  .min(0)
  .max(999_999_999_99)
  .meta(told(() => t("minor_units")));
/** Many systems write it small; receivers get capitals. */
export const currency = shortText(20)
  .regex(/^[A-Za-z]{3}$/, saidParam(say("field_currency")))
  .toUpperCase()
  .meta(told(() => t("currency")));
export const reference = shortText(200).min(1);

export const qrCode = z.strictObject({
  id: reference.meta(told(() => t("qr_code_id"))),
  name: text.optional().meta(told(() => t("qr_code_name"))),
  shortUrl: shortText(2_000)
    .optional()
    .meta(told(() => t("qr_code_short_url"))),
});

/**
 * As the guest or the till gave it. An address that a form would refuse is still where the guest is, and no reason to
 * lose an order: an action that needs a stricter form refuses it itself.
 */
export const customer = z.strictObject({
  id: shortText(200)
    .optional()
    .meta(told(() => t("customer_id"))),
  name: text.optional().meta(told(() => t("customer_name"))),
  email: text.optional().meta(told(() => t("customer_email"))),
  phone: text.optional().meta(told(() => t("customer_phone"))),
  hasMarketingConsent: z
    .boolean()
    .optional()
    .meta(told(() => t("customer_has_marketing_consent"))),
});

export const orderLine = z.strictObject({
  sku: shortText(200)
    .optional()
    .meta(told(() => t("order_line_sku"))),
  name: text.meta(told(() => t("order_line_name"))),
  quantity: z
    .int()
    .min(1)
    .max(10_000)
    .meta(told(() => t("order_line_quantity"))),
  unitAmount: minorUnits.meta(told(() => t("order_line_unit_amount"))),
  totalAmount: minorUnits.meta(told(() => t("order_line_total_amount"))),
});

export const location = z.strictObject({
  country: text.optional().meta(told(() => t("location_country"))),
  region: text.optional().meta(told(() => t("location_region"))),
  city: text.optional().meta(told(() => t("location_city"))),
  latitude: z
    .number()
    .min(-90)
    .max(90)
    .optional()
    .meta(told(() => t("location_latitude"))),
  longitude: z
    .number()
    .min(-180)
    .max(180)
    .optional()
    .meta(told(() => t("location_longitude"))),
});

export const device = z.strictObject({
  type: z.enum(["phone", "tablet", "desktop", "other"]).meta(told(() => t("device_type"))),
  os: text.optional().meta(told(() => t("device_os"))),
  browser: text.optional().meta(told(() => t("device_browser"))),
  language: shortText(100)
    .optional()
    .meta(told(() => t("device_language"))),
});
