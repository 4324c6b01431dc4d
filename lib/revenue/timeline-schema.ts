import { z } from "zod";
import { shortText } from "#lib/text-schema.ts";
import { currencyCode, minorAmount } from "./amounts-schema.ts";

export const timelineInput = z.strictObject({ id: shortText(60) });

const timelineStepKinds = [
  "scan",
  "order_placed",
  "order_paid",
  "charge",
  "platform_fee",
  "provider_fee",
  "tax",
  "refund",
  "dispute",
  "payout",
  "bank",
  "other",
] as const;

const timelineStep = z.object({
  kind: z.enum(timelineStepKinds),
  at: z.iso.datetime(),
  amount: minorAmount.nullable().describe("As the merchant's balance has it: above zero what came in"),
  currency: currencyCode.nullable(),
  state: z.string().nullable().describe("How it stands: succeeded, pending, won, in_transit, …"),
  isPlanned: z.boolean().describe("It is to happen then, such as the arrival at the bank"),
  about: z.string().nullable().describe("What it is known by: the order's number, the code, the reason"),
  id: z.string().describe("Of the event, charge, refund, dispute, payout or journal"),
  /** A page of ours. */
  link: z.string().nullable().describe("Where it is shown"),
});
export type TimelineStep = z.infer<typeof timelineStep>;

export const timelineDto = z.object({
  chargeId: z.string(),
  isComplete: z.boolean().describe("false: an order's events, or the payout, may still be found"),
  steps: z.array(timelineStep).describe("In the order of time, then of cause"),
});
export type TimelineDto = z.infer<typeof timelineDto>;
