import { z } from "zod";
import { instant } from "#lib/instant-schema.ts";
import { shortText } from "#lib/text-schema.ts";
import { eventTexts as t } from "#lib/words/en/definitions/event-texts.ts";
import { defineEventType, type EventTypeDefinition, told } from "./define.ts";
import { currency, customer, minorUnits, reference } from "./fields.ts";
import { disputeOpened, payoutFailed, payoutPaid } from "./money.ts";
import { orderPaid, orderPlaced, orderRefunded } from "./orders.ts";
import { integrationConnected, integrationError, webhookFailed, webhookTriggered } from "./patchbay.ts";
import { qrCreated, qrScanned } from "./qr.ts";

const conversionTracked = defineEventType({
  type: "conversion.tracked",
  version: 1,
  formerTopic: "CONVERSION_TRACKED",
  source: "platform",
  get group() {
    return t("group_growth");
  },
  get title() {
    return t("conversion_tracked_title");
  },
  get description() {
    return t("conversion_tracked_description");
  },
  schema: z.strictObject({
    conversionId: reference.meta(told(() => t("conversion_tracked_conversion_id"))),
    goal: shortText(200)
      .min(1)
      .meta(told(() => t("conversion_tracked_goal"))),
    scanId: shortText(200)
      .optional()
      .meta(told(() => t("conversion_tracked_scan_id"))),
    qrCodeId: shortText(200)
      .optional()
      .meta(told(() => t("conversion_tracked_qr_code_id"))),
    orderId: shortText(200)
      .optional()
      .meta(told(() => t("conversion_tracked_order_id"))),
    value: z
      .strictObject({ amount: minorUnits, currency })
      .optional()
      .meta(told(() => t("conversion_tracked_value"))),
    customer: customer.optional().meta(told(() => t("conversion_tracked_customer"))),
    convertedAt: instant.optional().meta(told(() => t("conversion_tracked_converted_at"))),
  }),
  example: {
    conversionId: "cnv_301",
    goal: "first-order",
    scanId: "scn_8Qh2Lm41",
    qrCodeId: "qr_table_12",
    orderId: "ord_1042",
    value: { amount: 3_750, currency: "EUR" },
    convertedAt: "2026-10-02T19:20:31Z",
  },
});

const variant = z.strictObject({
  name: shortText(200)
    .min(1)
    .meta(told(() => t("variant_name"))),
  visitors: z
    .int()
    .min(0)
    .meta(told(() => t("variant_visitors"))),
  conversions: z
    .int()
    .min(0)
    .meta(told(() => t("variant_conversions"))),
});

const experimentCompleted = defineEventType({
  type: "experiment.completed",
  version: 1,
  formerTopic: "EXPERIMENT_COMPLETED",
  source: "platform",
  get group() {
    return t("group_growth");
  },
  get title() {
    return t("experiment_completed_title");
  },
  get description() {
    return t("experiment_completed_description");
  },
  schema: z.strictObject({
    experimentId: reference.meta(told(() => t("experiment_completed_experiment_id"))),
    name: shortText(200)
      .min(1)
      .meta(told(() => t("experiment_completed_name"))),
    variants: z
      .array(variant)
      .min(2)
      .max(20)
      .meta(told(() => t("experiment_completed_variants"))),
    winner: shortText(200)
      .nullable()
      .meta(told(() => t("experiment_completed_winner"))),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .meta(told(() => t("experiment_completed_confidence"))),
    endedAt: instant.optional().meta(told(() => t("experiment_completed_ended_at"))),
  }),
  example: {
    experimentId: "exp_19",
    name: "Photo or text menu",
    variants: [
      { name: "text", visitors: 812, conversions: 97 },
      { name: "photo", visitors: 798, conversions: 141 },
    ],
    winner: "photo",
    confidence: 0.97,
    endedAt: "2026-10-01T06:00:00Z",
  },
});

/** Every event type there is, in the order a merchant reads them. */
export const eventCatalogue: readonly EventTypeDefinition[] = [
  qrScanned,
  qrCreated,
  conversionTracked,
  experimentCompleted,
  orderPlaced,
  orderPaid,
  orderRefunded,
  disputeOpened,
  payoutPaid,
  payoutFailed,
  webhookTriggered,
  webhookFailed,
  integrationConnected,
  integrationError,
];

const byType = new Map(eventCatalogue.map((definition) => [definition.type, definition]));

export function findEventType(type: string): EventTypeDefinition | undefined {
  return byType.get(type);
}

export const platformEventTypes: readonly string[] = eventCatalogue
  .filter((definition) => definition.source === "platform")
  .map((definition) => definition.type);

/**
 * The entries of a subscription that cover an event type: its name, and `*`. But `*` leaves out `webhook.*`:
 * those tell of deliveries, so a webhook with `*` would hear of each of its own. They are asked for by name.
 */
export function subscriptionsCovering(type: string): string[] {
  return type.startsWith("webhook.") ? [type] : [type, "*"];
}
