import { z } from "zod";
import { instant } from "#lib/instant-schema.ts";
import { shortText } from "#lib/text-schema.ts";
import { defineEventType, type EventTypeDefinition } from "./define.ts";
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
  group: "Growth",
  title: "Conversion tracked",
  description: "A scan led to something you count: an order, a booking, a sign-up.",
  schema: z.strictObject({
    conversionId: reference.describe("Your id of the conversion"),
    goal: shortText(200).min(1).describe("What was reached, by the name of your goal"),
    scanId: shortText(200).optional().describe("The scan that led to it"),
    qrCodeId: shortText(200).optional().describe("The code that was scanned"),
    orderId: shortText(200).optional().describe("The order it ended in"),
    value: z.strictObject({ amount: minorUnits, currency }).optional().describe("What it was worth"),
    customer: customer.optional().describe("Who it was, where that is known"),
    convertedAt: instant.optional().describe("When it happened"),
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
  name: shortText(200).min(1).describe("What you call the variant"),
  visitors: z.int().min(0).describe("How many people saw it"),
  conversions: z.int().min(0).describe("How many of them did what you count"),
});

const experimentCompleted = defineEventType({
  type: "experiment.completed",
  version: 1,
  formerTopic: "EXPERIMENT_COMPLETED",
  source: "platform",
  group: "Growth",
  title: "Experiment completed",
  description: "A comparison of two or more variants has a result.",
  schema: z.strictObject({
    experimentId: reference.describe("Your id of the experiment"),
    name: shortText(200).min(1).describe("What you call it"),
    variants: z.array(variant).min(2).max(20).describe("What was compared"),
    winner: shortText(200).nullable().describe("Name of the better variant; null where none is"),
    confidence: z.number().min(0).max(1).optional().describe("How sure the result is; 1 is certain"),
    endedAt: instant.optional().describe("When it ended"),
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
