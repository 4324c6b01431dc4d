import { minorDigits } from "#lib/money/minor-digits.ts";

/** 34550 EUR → "345.50", 34550 JPY → "34550": HubSpot's amounts are decimals of the currency's main unit. */
export function toDecimal(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  if (digits === 0) return String(minor);
  const text = String(minor).padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
