import type { Message } from "#lib/failures/message.ts";
import { moneyParam } from "#lib/failures/values.ts";
import { tell } from "./words.ts";

/**
 * How Stripe counts, which is not how ISO 4217 does: ISK and UGX keep two digits that must be 00, and of three digits
 * the last must be 0. https://docs.stripe.com/currencies
 */
const withoutDigits = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "));
const withThreeDigits = new Set("BHD JOD KWD OMR TND".split(" "));
const wholeOnly = new Set(["ISK", "UGX"]);

/** Digits behind the point in an amount at Stripe. */
export function digitsOf(currency: string): 0 | 2 | 3 {
  const code = currency.toUpperCase();
  if (withoutDigits.has(code)) return 0;
  return withThreeDigits.has(code) ? 3 : 2;
}

/** Amounts are multiples of it. */
export function stepOf(currency: string): 1 | 10 | 100 {
  const code = currency.toUpperCase();
  if (wholeOnly.has(code)) return 100;
  return withThreeDigits.has(code) ? 10 : 1;
}

/** 3150, "eur" → "€31.50" */
export function formatMoney(amount: number, currency: string): string {
  const code = currency.toUpperCase();
  const digits = digitsOf(code);
  const value = amount / 10 ** digits;
  // Not in every ICU's list, and yet an amount has to be told.
  if (!/^[A-Z]{3}$/.test(code)) return `${value.toFixed(digits)} ${code}`;
  return new Intl.NumberFormat("en", {
    style: "currency",
    currency: code,
    minimumFractionDigits: wholeOnly.has(code) ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** The same as a parameter of a message. */
export function moneyOf(amount: number, currency: string): string {
  const code = currency.toUpperCase();
  const digits = digitsOf(code);
  if (!/^[A-Z]{3}$/.test(code)) return formatMoney(amount, currency);
  return moneyParam((amount / 10 ** digits).toFixed(wholeOnly.has(code) ? 0 : digits), code);
}

/** What is wrong with an amount by the currency's rules; null where nothing is. */
export function amountProblem(amount: number, currency: string): Message | null {
  const step = stepOf(currency);
  if (amount % step === 0) return null;
  const code = currency.toUpperCase();
  return step === 100
    ? tell("takes_whole_amounts_only_written", { code })
    : tell("takes_amounts_only_whose_last", { code });
}
