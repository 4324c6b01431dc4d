import { minorDigits } from "#lib/money/minor-digits.ts";
import { getDigits } from "./currency-rules.ts";

/**
 * An amount as events have it, in the minor units of ISO 4217, of one as Stripe counts: 5000 ISK here is 50 there.
 * What there is no unit for is rounded down: a fraction of a króna, from before 2023.
 */
export function toIsoMinor(minor: number, code: string): number {
  const digits = minorDigits(code) - getDigits(code);
  if (digits >= 0) return minor * 10 ** digits;
  return Math.trunc(minor / 10 ** -digits);
}

/** An amount as Stripe counts of one as events have it: 50 ISK there is 5000 here. */
export function fromIsoMinor(minor: number, code: string): number {
  const digits = getDigits(code) - minorDigits(code);
  if (digits >= 0) return minor * 10 ** digits;
  return Math.trunc(minor / 10 ** -digits);
}
