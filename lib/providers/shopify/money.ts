import { z } from "zod";
import { minorDigits } from "#lib/money/minor-digits.ts";
import { decimal, text } from "../kit/lenient.ts";

const amountForm = /^(-?)(\d+)(?:\.(\d+))?$/;

/** `Money` and `Decimal` of the Admin API. */
export const shopMoney = z.looseObject({ amount: decimal, currencyCode: text });
export type ShopMoney = { amount: string; currencyCode: string };

/**
 * "12.5" EUR → 1250. Digits beyond the currency's smallest unit are rounded, half away from zero.
 * @returns undefined where the text is no amount or the currency no ISO code
 */
export function toMinor({ amount, currencyCode }: ShopMoney): number | undefined {
  const parts = amountForm.exec(amount.trim());
  if (!parts || !isCurrency(currencyCode)) return undefined;
  const [, sign, whole = "", fraction = ""] = parts;
  const digits = minorDigits(currencyCode);
  const kept = Number(whole + fraction.slice(0, digits).padEnd(digits, "0"));
  const minor = kept + (Number(fraction.charAt(digits)) >= 5 ? 1 : 0);
  if (!Number.isSafeInteger(minor)) return undefined;
  return sign && minor > 0 ? -minor : minor;
}

/** 1250 EUR → "12.50", 1250 JPY → "1250". */
export function toDecimal(minor: number, currencyCode: string): string {
  const digits = minorDigits(currencyCode);
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  return `${minor < 0 ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}
