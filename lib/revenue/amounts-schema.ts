import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { shortText } from "#lib/text-schema.ts";

/** An amount in the smallest unit that its currency is counted in; the currency stands beside it. */
export const minorAmount = z.int().describe("In the smallest unit of `currency`, such as cents");

export const currencyCode = z.string().describe("ISO 4217, in capitals; no two are ever added up");

export const environmentSchema = z.enum(["live", "sandbox"]);
export type Environment = z.infer<typeof environmentSchema>;

/** What every report can be narrowed by. */
export const moneyFilter = {
  environment: environmentSchema
    .optional()
    .describe("live or sandbox, which are never added up; left out: live, where anything is"),
  currency: shortText(3)
    .regex(/^[A-Za-z]{3}$/, saidParam(say("field_currency")))
    .toUpperCase()
    .optional(),
};

/** The payment that something is about, and what is known of where it came from. */
export const paidForDto = z.object({
  chargeId: z.string(),
  amount: minorAmount,
  currency: currencyCode,
  status: z.string(),
  paidAt: z.iso.datetime().nullable(),
  orderId: z.string().nullable(),
  orderEventId: z.string().nullable().describe("The event that told of the order"),
  scanEventId: z
    .string()
    .nullable()
    .describe("The last scan of the order's code before the order was sent; another guest may have made it"),
  qrCodeId: z.string().nullable(),
  tableNumber: z.string().nullable(),
  description: z.string().nullable(),
});
export type PaidFor = z.infer<typeof paidForDto>;
