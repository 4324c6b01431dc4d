import { z } from "zod";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { shortText } from "#lib/text-schema.ts";

export const currencyCode = shortText(3).check(
  z.regex(/^[A-Z]{3}$/, saidParam(say("field_currency_in_capitals"))),
);
export const environmentSchema = z.enum(["live", "sandbox"]);

/** Of which money a page speaks: one environment and one currency, never two of either added up. */
export const revenueScope = z.strictObject({ environment: environmentSchema, currency: currencyCode });
export type RevenueScope = z.infer<typeof revenueScope>;

export const standings = ["active", "at_risk", "stopped"] as const;
/** How a merchant who has sold something stands; whoever is at risk still sells. */
export type Standing = (typeof standings)[number];

/**
 * When a merchant counts as what. Weeks begin on Monday, UTC; the full weeks before this one are compared. The numbers of
 * weeks are those by which triggers keep `revenue_standings`: another one needs a migration.
 */
export const standingRule = {
  /** Active: a payment in this week or in so many weeks before it. */
  activeWeeks: 4,
  /** At risk: the volume of so many full weeks is this share, or less, of the volume of as many weeks before them. */
  comparedWeeks: 4,
  fallenToBasisPoints: 5_000,
  /** At risk: more than this share of the payments of this week and the four before it was disputed, in count. */
  disputedBasisPoints: 75,
} as const;

export const merchantsPerPage = 25;

export const listMerchantsInput = z.strictObject({
  ...revenueScope.shape,
  standing: z.enum(standings).optional(),
  /** A part of the name. */
  search: shortText(100).optional(),
  page: z.int().min(1).max(4_000).default(1),
});

export const merchantInput = z.strictObject({ ...revenueScope.shape, merchantId: shortText(60).min(1) });

const monthText = shortText(7).check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, saidParam(say("field_month"))));

export const monthMerchantsInput = z.strictObject({
  ...revenueScope.shape,
  month: monthText,
  page: z.int().min(1).max(4_000).default(1),
});

/** What one merchant did in a month. */
export const monthMerchant = z.object({
  id: z.string(),
  name: z.string(),
  volume: z.number(),
  refunded: z.number(),
  feesEarned: z.number(),
  feesReturned: z.number(),
  payments: z.number(),
  disputes: z.number(),
});
export type MonthMerchant = z.infer<typeof monthMerchant>;

/** What happened in a month (UTC). Amounts are whole numbers of the currency's smallest unit. */
export const revenueMonth = z.object({
  /** `2026-10`. */
  month: z.string(),
  /** The month is not over. */
  isPart: z.boolean(),
  /** Payments, before anything is taken or given back. */
  volume: z.number(),
  /** Given back to guests, zero or more. */
  refunded: z.number(),
  /** What the platform took of payments. */
  feesEarned: z.number(),
  /** What of it went back with refunds, zero or more. */
  feesReturned: z.number(),
  /** What disputes took from the platform's own balance, zero or more. */
  lost: z.number(),
  /** Hundredths of a per cent of the volume that stayed with the platform; null where nothing was sold. */
  takeRate: z.number().nullable(),
  payments: z.number(),
  disputes: z.number(),
  /** Merchants with at least one payment. */
  merchants: z.number(),
});
export type RevenueMonth = z.infer<typeof revenueMonth>;

export const merchantStanding = z.object({
  id: z.string(),
  name: z.string(),
  signedUpOn: z.string(),
  standing: z.enum(standings),
  /** Volume of the last four full weeks, and of the four before them. */
  recentVolume: z.number(),
  earlierVolume: z.number(),
  /** Payments and disputes of this week and the four before it, in count. */
  payments: z.number(),
  disputes: z.number(),
  /** Hundredths of a per cent of these payments; null where there is none. */
  disputeRate: z.number().nullable(),
  /** What the platform took of payments of all time, less what it gave back. */
  fees: z.number(),
});
export type MerchantStanding = z.infer<typeof merchantStanding>;

export const merchantPage = z.object({
  data: z.array(merchantStanding),
  counts: z.record(z.enum(standings), z.number()),
  /** Of those that the filter leaves. */
  total: z.number(),
  page: z.number(),
});
export type MerchantPage = z.infer<typeof merchantPage>;

/** Merchants who signed up in one month, and what became of them. */
export const cohort = z.object({
  /** `2026-08`, UTC. */
  month: z.string(),
  signedUp: z.number(),
  /** For each month since, as far as there are any. */
  months: z.array(z.object({ month: z.string(), merchants: z.number(), volume: z.number() })),
});
export type Cohort = z.infer<typeof cohort>;

export const negativeBalance = z.object({
  merchantId: z.string(),
  merchantName: z.string(),
  provider: z.string(),
  /** Below zero. */
  balance: z.number(),
});
export type NegativeBalance = z.infer<typeof negativeBalance>;
