import { z } from "zod";
import { basisPointsSchema, minimumSchema } from "#lib/fees/fee-policy-schema.ts";
import { revenueScope } from "../revenue/revenue-schema.ts";

/** The rule that is tried: a share and a minimum, or a plan with its subscription. */
export const tryFeePlanInput = z.strictObject({
  ...revenueScope.shape,
  plan: z.enum(["subscription_only", "subscription_and_fee"]).optional(),
  basisPoints: basisPointsSchema.default(300),
  minimum: minimumSchema.default(0),
  page: z.int().min(1).max(4_000).default(1),
});

export const feePlanPerPage = 10;
/** The last quarter, whenever one asks: so many days (UTC), today with them. */
export const feePlanDays = 90;
/** What a subscription is counted for in that time. */
export const feePlanMonths = 3;

/** What one merchant's payments of that time came to, and would have come to. */
const feePlanRow = z.object({
  merchantId: z.string(),
  merchantName: z.string(),
  payments: z.number(),
  volume: z.number(),
  /** As each fee was decided, before anything was given back. */
  feesWere: z.number(),
  /** By the rule that is tried, payment by payment. */
  feesWouldBe: z.number(),
  /** Above zero: more for the platform, and as much less for the merchant. */
  difference: z.number(),
  /** Of how many payments the fee would be the minimum, or held to 5 %. */
  byMinimum: z.number(),
  byCeiling: z.number(),
});
export type FeePlanRow = z.infer<typeof feePlanRow>;

export const feePlanTrial = z.object({
  /** The first day, and the day after the last one (UTC). */
  from: z.string(),
  until: z.string(),
  rule: z.object({ basisPoints: z.number(), minimum: z.number() }),
  /** Of a plan: what it costs a month in US cents, whatever is sold; null = none is tried. */
  monthly: z.number().nullable(),
  rows: z.array(feePlanRow),
  /** Of the rows. */
  total: feePlanRow.pick({
    payments: true,
    volume: true,
    feesWere: true,
    feesWouldBe: true,
    difference: true,
  }),
  page: z.number(),
  /** Merchants with volume in the time, over all pages. */
  merchants: z.number(),
});
export type FeePlanTrial = z.infer<typeof feePlanTrial>;

export const policiesPerPage = 50;
export const listEveryFeePolicyInput = z.strictObject({ page: z.int().min(1).max(4_000).default(1) });

/** A fee policy in the list of all of them. */
export const listedFeePolicy = z.object({
  id: z.string(),
  /** null = everybody's. */
  merchant: z.object({ id: z.string(), name: z.string() }).nullable(),
  currency: z.string().nullable(),
  basisPoints: z.number(),
  minimum: z.number(),
  validFrom: z.string(),
  /** in_force: the newest that has begun, of the same merchant and currency. */
  state: z.enum(["in_force", "next", "past"]),
  /** The operator's name; what stands in the row where the person is gone. */
  setBy: z.string(),
  setAt: z.string(),
});
export type ListedFeePolicy = z.infer<typeof listedFeePolicy>;
