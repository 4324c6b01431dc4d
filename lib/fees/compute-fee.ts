import { getStep } from "#lib/money/currency-rules.ts";
import { type Money, money } from "#lib/money/money.ts";
import { computeShare } from "#lib/money/rounding.ts";

export const leastBasisPoints = 200;
export const mostBasisPoints = 500;

export interface FeeRule {
  /** Hundredths of a per cent: 200 to 500, or 0 for none. */
  basisPoints: number;
  /** In the smallest unit of the payment's currency. */
  minimum: number;
}

/** How a fee came about, so that it can be told and checked years later. Amounts are in the smallest unit. */
export type FeeArithmetic = {
  basisPoints: number;
  minimum: number;
  /** What the fee and its parts are multiples of. */
  step: number;
  /** The share of the amount, rounded half up to a step. */
  share: number;
  /** 5 % of the amount, rounded down to a step: no fee is above it. */
  ceiling: number;
  decidedBy: "share" | "minimum" | "ceiling";
};

/**
 * The platform's fee for a payment. It is a multiple of the currency's step and never more than 5 % of the amount,
 * whatever the minimum.
 * @param at when the payment is made: a currency's step belongs to a moment
 * @throws RangeError for a rule or an amount that is none
 */
export function computeFee<C extends string>(
  amount: Money<C>,
  { basisPoints, minimum }: FeeRule,
  at: Date,
): { fee: Money<C>; arithmetic: FeeArithmetic } {
  requireRule({ basisPoints, minimum });
  const step = getStep(amount.currency.code, at);
  const share = computeShare(amount, { basisPoints, at, rounding: "half_up" }).minor;
  const ceiling = computeShare(amount, { basisPoints: mostBasisPoints, at, rounding: "down" }).minor;
  const least = Math.ceil(minimum / step) * step;
  const wanted = Math.max(share, least);
  const fee = Math.min(wanted, ceiling);
  const decidedBy = fee < wanted ? "ceiling" : share < least ? "minimum" : "share";
  return {
    fee: money(amount.currency, fee),
    arithmetic: { basisPoints, minimum, step, share, ceiling, decidedBy },
  };
}

/** @throws RangeError */
function requireRule({ basisPoints, minimum }: FeeRule): void {
  const isShare = basisPoints === 0 || (basisPoints >= leastBasisPoints && basisPoints <= mostBasisPoints);
  if (!Number.isInteger(basisPoints) || !isShare) throw new RangeError(`basisPoints ${basisPoints}`);
  if (!Number.isSafeInteger(minimum) || minimum < 0) throw new RangeError(`minimum ${minimum}`);
}
