import { z } from "zod";
import { pageInput } from "#lib/listing/page.ts";
import { shortText } from "#lib/text-schema.ts";
import { currencyCode, environmentSchema, minorAmount, moneyFilter, paidForDto } from "./amounts-schema.ts";
import { reportPeriod } from "./schema.ts";

const disputeStatus = z.enum([
  "needs_response",
  "under_review",
  "won",
  "lost",
  "closed",
  "prevented",
  "unknown",
]);

export const listDisputesInput = z.strictObject({
  ...pageInput,
  ...moneyFilter,
  ...reportPeriod,
  status: disputeStatus.optional(),
  isOpen: z.enum(["true", "false"]).optional().describe("true: those that have not ended"),
  chargeId: shortText(60).optional(),
});

export const disputeDto = z.object({
  id: z.string(),
  disputeId: z.string().describe("The provider's id"),
  integrationId: z.string().nullable(),
  provider: z.string(),
  environment: environmentSchema,
  amount: minorAmount.describe(
    "What the bank wants; it may be more than the payment by the rate of exchange",
  ),
  currency: currencyCode,
  reason: z.string().nullable(),
  status: disputeStatus,
  isInquiry: z.boolean().describe("Nothing was taken yet"),
  providerStatus: z.string(),
  answerBy: z.iso.datetime().nullable().describe("Until when evidence is taken; null: none is"),
  evidenceUrl: z.string().nullable().describe("Where to give it"),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  booked: z
    .array(z.object({ currency: currencyCode, disputed: minorAmount, fees: minorAmount }))
    .describe("What it has taken from the balance by now, and what it cost, below zero, by currency"),
  charge: paidForDto.nullable().describe("null: the payment is not known to us"),
});
export type DisputeDto = z.infer<typeof disputeDto>;
