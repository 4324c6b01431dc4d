import { z } from "zod";
import { instant } from "#lib/instant-schema.ts";
import { shortText } from "#lib/text-schema.ts";
import { defineEventType } from "./define.ts";
import { currency, customer, minorUnits, reference } from "./fields.ts";

export const conversionTracked = defineEventType({
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

export const experimentCompleted = defineEventType({
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
