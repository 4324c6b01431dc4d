import type { Message } from "#lib/failures/message.ts";
import { moneyParam } from "#lib/failures/values.ts";
import type { Digits, Step } from "#lib/money/currency-rules.ts";
import * as rules from "#lib/money/currency-rules.ts";
import { tell } from "./words.ts";

/** Digits behind the point in an amount at Stripe. */
export function digitsOf(currency: string): Digits {
  return rules.digitsOf(currency.toUpperCase());
}

/** Amounts are multiples of it today. */
export function stepOf(currency: string): Step {
  return rules.stepOf(currency.toUpperCase(), new Date());
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
    minimumFractionDigits: stepOf(code) === 100 ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** The same as a parameter of a message. */
export function moneyOf(amount: number, currency: string): string {
  const code = currency.toUpperCase();
  const digits = digitsOf(code);
  if (!/^[A-Z]{3}$/.test(code)) return formatMoney(amount, currency);
  return moneyParam((amount / 10 ** digits).toFixed(stepOf(code) === 100 ? 0 : digits), code);
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
