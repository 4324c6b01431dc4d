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
export type TryFeePlanInput = z.infer<typeof tryFeePlanInput>;

export const feePlanPerPage = 10;
/** The last quarter, whenever one asks: so many days (UTC), today with them. */
export const feePlanDays = 90;
/** What a subscription is counted for in that time. */
export const feePlanMonths = 3;

/** What one merchant's payments of that time came to, and would have come to. */
export interface FeePlanRow {
  merchantId: string;
  merchantName: string;
  payments: number;
  volume: number;
  /** As each fee was decided, before anything was given back. */
  feesWere: number;
  /** By the rule that is tried, payment by payment. */
  feesWouldBe: number;
  /** Above zero: more for the platform, and as much less for the merchant. */
  difference: number;
  /** Of how many payments the fee would be the minimum, or held to 5 %. */
  byMinimum: number;
  byCeiling: number;
}

export interface FeePlanTrial {
  /** The first day, and the day after the last one (UTC). */
  from: string;
  until: string;
  rule: { basisPoints: number; minimum: number };
  /** Of a plan: what it costs a month in US cents, whatever is sold; null = none is tried. */
  monthly: number | null;
  rows: FeePlanRow[];
  /** Of the rows. */
  total: Pick<FeePlanRow, "payments" | "volume" | "feesWere" | "feesWouldBe" | "difference">;
  page: number;
  /** Merchants with volume in the time, over all pages. */
  merchants: number;
}

export const policiesPerPage = 50;
export const listEveryFeePolicyInput = z.strictObject({ page: z.int().min(1).max(4_000).default(1) });

/** A fee policy in the list of all of them. */
export interface ListedFeePolicy {
  id: string;
  /** null = everybody's. */
  merchant: { id: string; name: string } | null;
  currency: string | null;
  basisPoints: number;
  minimum: number;
  validFrom: string;
  /** in_force: the newest that has begun, of the same merchant and currency. */
  state: "in_force" | "next" | "past";
  /** The operator's name; what stands in the row where the person is gone. */
  setBy: string;
  setAt: string;
}
