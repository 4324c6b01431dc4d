import { getStep } from "./currency-rules.ts";
import { type Money, money } from "./money.ts";

/** How what lies between two amounts becomes one of them. It is named wherever something is rounded. */
export type Rounding = "down" | "half_up";

const whole = 10_000n;

/**
 * So many hundredths of a per cent of an amount, as a multiple of the currency's step at that moment.
 * @param basisPoints 0 to 10,000
 * @param at the step belongs to the currency and the time
 * @throws RangeError for an amount below zero, or a share that is none
 */
export function computeShare<C extends string>(
  amount: Money<C>,
  { basisPoints, at, rounding }: { basisPoints: number; at: Date; rounding: Rounding },
): Money<C> {
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || basisPoints > 10_000) {
    throw new RangeError(`basisPoints ${basisPoints}`);
  }
  if (amount.minor < 0) throw new RangeError(`A share of ${amount.minor} is not defined.`);
  const step = BigInt(getStep(amount.currency.code, at));
  // Products of two exact numbers need not be exact.
  const product = BigInt(amount.minor) * BigInt(basisPoints);
  const unit = whole * step;
  const steps = product / unit + (rounding === "half_up" && (product % unit) * 2n >= unit ? 1n : 0n);
  return money(amount.currency, Number(steps * step));
}

/**
 * Divides an amount by weights so that nothing is lost and nothing made: each part is rounded down to the step, and what
 * is left goes, a step each, to the parts that lost most by it (largest remainder; the earlier of equals). What is less
 * than a step goes to the first of these.
 * @param weights whole numbers of at least zero, with a sum above it
 */
export function allocate<C extends string>(
  amount: Money<C>,
  { weights, at }: { weights: readonly number[]; at: Date },
): Money<C>[] {
  const total = weights.reduce((sum, weight) => sum + requireWeight(weight), 0n);
  if (total === 0n) throw new RangeError("Nothing says who gets how much.");
  const step = BigInt(getStep(amount.currency.code, at));
  const sign = amount.minor < 0 ? -1n : 1n;
  const size = BigInt(amount.minor) * sign;
  const unit = total * step;
  const parts = weights.map((weight, place) => {
    const share = size * BigInt(weight);
    return { place, assigned: (share / unit) * step, rest: share % unit };
  });
  let left = size - parts.reduce((sum, { assigned }) => sum + assigned, 0n);
  const byLoss = [...parts].sort((one, other) =>
    one.rest === other.rest ? one.place - other.place : one.rest > other.rest ? -1 : 1,
  );
  for (const part of byLoss) {
    if (left < step) break;
    part.assigned += step;
    left -= step;
  }
  const [first] = byLoss;
  if (first) first.assigned += left;
  return parts.map(({ assigned }) => money(amount.currency, Number(assigned * sign)));
}

function requireWeight(weight: number): bigint {
  if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`weight ${weight}`);
  return BigInt(weight);
}
