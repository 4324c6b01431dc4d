import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { getStep, roundToStep } from "./money.ts";

const currency = z.string().regex(/^[a-z]{3}$/);

/** What Stripe and an account have agreed on, and what differs between accounts. */
export const termsDocument = z.object({
  /** In which it has a bank account beside its default: what comes in in one of these is not converted. */
  settles: z.array(currency).max(20).optional(),
  /** Hundredths of a per cent, and a part that is the same for all, by currency. */
  stripeFees: z
    .record(currency, z.object({ basisPoints: z.int().min(0).max(2_000), fixed: z.int().min(0) }))
    .optional(),
  /** On Stripe's fees, in hundredths of a per cent. */
  taxBasisPoints: z.int().min(0).max(3_000).optional(),
  /** Of the application fee's share of a refund. Stripe does not say how it rounds. */
  feeRefundRounding: z.enum(["floor", "half_up"]).optional(),
  /** How an application fee that is given back comes into the account: on its own, or within the refund's transaction. */
  feeRefundAs: z.enum(["adjustment", "refund"]).optional(),
  /** Whether a refund waits while the available balance does not cover it; otherwise it goes below zero. */
  refundsNeedBalance: z.boolean().optional(),
  payouts: z.enum(["daily", "manual"]).optional(),
  /** Until what comes in is available. */
  delayDays: z.int().min(0).max(90).optional(),
  /** A dispute costs so much, by currency, in the account's. */
  disputeFees: z.record(currency, z.int().min(0)).optional(),
  /** https://docs.stripe.com/api/v2/core/accounts/object#v2_account_object-defaults-responsibilities */
  feesCollector: z.enum(["application", "application_custom", "application_express", "stripe"]).optional(),
  lossesCollector: z.enum(["application", "stripe"]).optional(),
  /** Of one unit, in US dollars. */
  rates: z.record(currency, z.number().positive().max(1_000_000)).optional(),
});
export type Terms = z.infer<typeof termsDocument>;

type Fee = { basisPoints: number; fixed: number };
const usual: Readonly<Record<string, Fee>> = {
  eur: { basisPoints: 150, fixed: 25 },
  gbp: { basisPoints: 150, fixed: 20 },
  isk: { basisPoints: 290, fixed: 4_000 },
  jpy: { basisPoints: 360, fixed: 0 },
  kwd: { basisPoints: 290, fixed: 100 },
  usd: { basisPoints: 290, fixed: 30 },
};
const usualDispute: Readonly<Record<string, number>> = {
  eur: 2_000,
  gbp: 2_000,
  isk: 200_000,
  jpy: 1_300,
  kwd: 4_600,
  usd: 1_500,
};

/** Stripe's fee of a charge, and the tax on it. */
export function computeStripeFee(
  amount: number,
  currency: string,
  terms: Terms,
): { fee: number; tax: number } {
  const { basisPoints, fixed } = lookUp(terms.stripeFees ?? {}, currency) ??
    lookUp(usual, currency) ?? { basisPoints: 290, fixed: 0 };
  const step = getStep(currency);
  const fee = roundToStep((amount * basisPoints) / 10_000 + fixed, step);
  return { fee, tax: roundToStep((fee * (terms.taxBasisPoints ?? 0)) / 10_000, step) };
}

export function getDisputeFee(currency: string, terms: Terms): number {
  return lookUp(terms.disputeFees ?? {}, currency) ?? lookUp(usualDispute, currency) ?? 0;
}

/** The currency in which an account gets what was charged in another. */
export function chooseSettlementCurrency(
  currency: string,
  account: { currency: string; terms?: Terms | undefined },
): string {
  return account.terms?.settles?.includes(currency) ? currency : account.currency;
}
