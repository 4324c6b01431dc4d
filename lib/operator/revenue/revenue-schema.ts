import { z } from "zod";
import { shortText } from "#lib/text-schema.ts";

export const currencyCode = shortText(3).check(
  z.regex(/^[A-Z]{3}$/, "must be a currency in capitals, such as EUR"),
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

const monthText = shortText(7).check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month such as 2026-10"));

export const monthMerchantsInput = z.strictObject({
  ...revenueScope.shape,
  month: monthText,
  page: z.int().min(1).max(4_000).default(1),
});

/** What one merchant did in a month. */
export interface MonthMerchant {
  id: string;
  name: string;
  volume: number;
  refunded: number;
  feesEarned: number;
  feesReturned: number;
  payments: number;
  disputes: number;
}

/** What happened in a month (UTC). Amounts are whole numbers of the currency's smallest unit. */
export interface RevenueMonth {
  /** `2026-10`. */
  month: string;
  /** The month is not over. */
  isPart: boolean;
  /** Payments, before anything is taken or given back. */
  volume: number;
  /** Given back to guests, zero or more. */
  refunded: number;
  /** What the platform took of payments. */
  feesEarned: number;
  /** What of it went back with refunds, zero or more. */
  feesReturned: number;
  /** What disputes took from the platform's own balance, zero or more. */
  lost: number;
  /** Hundredths of a per cent of the volume that stayed with the platform; null where nothing was sold. */
  takeRate: number | null;
  payments: number;
  disputes: number;
  /** Merchants with at least one payment. */
  merchants: number;
}

export interface MerchantStanding {
  id: string;
  name: string;
  signedUpOn: string;
  standing: Standing;
  /** Volume of the last four full weeks, and of the four before them. */
  recentVolume: number;
  earlierVolume: number;
  /** Payments and disputes of this week and the four before it, in count. */
  payments: number;
  disputes: number;
  /** Hundredths of a per cent of these payments; null where there is none. */
  disputeRate: number | null;
  /** What the platform took of payments of all time, less what it gave back. */
  fees: number;
}

export interface MerchantPage {
  data: MerchantStanding[];
  counts: Record<Standing, number>;
  /** Of those that the filter leaves. */
  total: number;
  page: number;
}

/** Merchants who signed up in one month, and what became of them. */
export interface Cohort {
  /** `2026-08`, UTC. */
  month: string;
  signedUp: number;
  /** For each month since, as far as there are any. */
  months: { month: string; merchants: number; volume: number }[];
}

export interface NegativeBalance {
  merchantId: string;
  merchantName: string;
  provider: string;
  /** Below zero. */
  balance: number;
}
