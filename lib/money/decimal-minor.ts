import { minorDigits } from "./minor-digits.ts";

/**
 * An amount in the smallest unit of its currency as a decimal of the main unit: 34550 EUR → "345.50", 34550 JPY →
 * "34550", -5 EUR → "-0.05".
 * @param digits those behind the point; those of ISO 4217 unless an app has others
 */
export function minorToDecimal(minor: number, currency: string, digits = minorDigits(currency)): string {
  const size = String(Math.abs(minor)).padStart(digits + 1, "0");
  const point = size.length - digits;
  const text = digits === 0 ? size : `${size.slice(0, point)}.${size.slice(point)}`;
  return minor < 0 ? `-${text}` : text;
}

/**
 * A decimal of the main unit in the smallest unit of its currency: "12.5" EUR → 1250. Digits beyond the smallest unit are
 * rounded, half away from zero.
 * @param digits as above
 * @returns undefined where the text is no decimal or too large to be counted, and where the currency is no code of ISO 4217
 */
export function decimalToMinor(text: string, currency: string, digits?: number): number | undefined {
  const parts = /^(-?)(\d{1,30})(?:\.(\d{1,50}))?$/.exec(text.trim());
  if (!parts || !/^[A-Z]{3}$/.test(currency)) return undefined;
  const [, sign, whole = "", fraction = ""] = parts;
  const kept = digits ?? minorDigits(currency);
  const cut = Number(whole + fraction.slice(0, kept).padEnd(kept, "0"));
  const size = cut + (fraction.charAt(kept) >= "5" ? 1 : 0);
  if (!Number.isSafeInteger(size)) return undefined;
  return sign && size > 0 ? -size : size;
}
