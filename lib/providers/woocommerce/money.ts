import { minorDigits } from "#lib/money/minor-digits.ts";

/**
 * An amount as WooCommerce writes it, "12.5", in the smallest unit of its currency. Shops may keep more digits than the
 * currency has: half a unit and more is rounded up.
 * @returns undefined where there is no price ("") or the currency is not known, or not an ISO code
 */
export function toAmount(
  text: string | undefined,
  currency: string | null,
): { minor: number; currency: string } | undefined {
  const parts = /^(-?)(\d{1,30})(?:\.(\d{1,50}))?$/.exec(text?.trim() ?? "");
  if (!parts || currency === null || !/^[A-Z]{3}$/.test(currency)) return undefined;
  const [, sign, whole = "", fraction = ""] = parts;
  const digits = minorDigits(currency);
  const kept = Number(`${whole}${fraction.slice(0, digits).padEnd(digits, "0")}`);
  const size = kept + (Number(fraction.charAt(digits)) >= 5 ? 1 : 0);
  if (!Number.isSafeInteger(size)) return undefined;
  return { minor: sign && size > 0 ? -size : size, currency };
}
