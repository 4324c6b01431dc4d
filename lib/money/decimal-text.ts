import { getDigits, getStep } from "./currency-rules.ts";
import type { Money } from "./money.ts";

/**
 * An amount as people write it, without its currency: 3150 EUR → "31.50", 500 JPY → "500", 500 ISK → "5".
 * A currency that lost its hundredths shows them only where there are any.
 */
export function decimalText<C extends string>({ minor, currency: { code } }: Money<C>): string {
  const digits = getDigits(code);
  const hasNoHundredths = getStep(code, new Date()) === 100 && minor % 100 === 0;
  const size = String(Math.abs(minor)).padStart(digits + 1, "0");
  const point = size.length - digits;
  const text =
    digits === 0 || hasNoHundredths ? size.slice(0, point) : `${size.slice(0, point)}.${size.slice(point)}`;
  return minor < 0 ? `-${text}` : text;
}
