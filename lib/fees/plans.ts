import { add, type Money, money, toCurrency } from "#lib/money/money.ts";
import { computeShare } from "#lib/money/rounding.ts";

type Usd = Money<"USD">;
const usd = toCurrency("USD");

export interface Plan {
  id: "subscription_only" | "subscription_and_fee";
  /** A month, whatever is sold. */
  monthly: Usd;
  /** Of what is sold, in hundredths of a per cent; 0 = nothing. */
  basisPoints: number;
}

/** What a merchant may be on. Fees of payments go by `fee_policies`, which an operator sets to what the plan says. */
export const plans: readonly Plan[] = [
  { id: "subscription_only", monthly: money(usd, 9_900), basisPoints: 0 },
  { id: "subscription_and_fee", monthly: money(usd, 1_900), basisPoints: 200 },
];

/** What a plan costs in a month in which so much was sold. @param at the month, for how amounts are counted then */
export function monthlyCost({ monthly, basisPoints }: Plan, sold: Usd, at: Date): Usd {
  return add(monthly, computeShare(sold, { basisPoints, at, rounding: "half_up" }));
}
