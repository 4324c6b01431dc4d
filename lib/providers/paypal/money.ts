import { z } from "zod";
import { ProviderError } from "../contract/provider-error.ts";
import { decimal } from "../kit/lenient.ts";
import { tell } from "./words.ts";

/** https://developer.paypal.com/api/rest/reference/currency-codes/ */
export const currencies = [
  "AUD",
  "BRL",
  "CAD",
  "CHF",
  "CNY",
  "CZK",
  "DKK",
  "EUR",
  "GBP",
  "HKD",
  "HUF",
  "ILS",
  "JPY",
  "MXN",
  "MYR",
  "NOK",
  "NZD",
  "PHP",
  "PLN",
  "SEK",
  "SGD",
  "THB",
  "TWD",
  "USD",
] as const;
export type Currency = (typeof currencies)[number];

/** Without decimals at PayPal, though two of them have some elsewhere. */
const wholeAtPayPal: readonly string[] = ["HUF", "JPY", "TWD"];

/** An amount as PayPal writes it; the value is a decimal. */
export const moneySchema = z.looseObject({
  currency_code: z.string().regex(/^[A-Z]{3}$/),
  value: decimal.pipe(z.string().regex(/^-?\d{1,15}(\.\d{1,5})?$/)),
});
export type PayPalMoney = z.infer<typeof moneySchema>;

/**
 * @param minor in the currency's smallest unit by ISO 4217
 * @throws {ProviderError} invalid_input where PayPal takes whole units only
 */
export function toPayPalMoney(minor: number, currency: Currency): { currency_code: string; value: string } {
  const digits = fractionDigits(currency);
  const text = String(minor).padStart(digits + 1, "0");
  const whole = digits === 0 ? text : text.slice(0, -digits);
  const fraction = digits === 0 ? "" : text.slice(-digits);
  if (!wholeAtPayPal.includes(currency)) {
    return { currency_code: currency, value: fraction ? `${whole}.${fraction}` : whole };
  }
  if (/^0*$/.test(fraction)) return { currency_code: currency, value: whole };
  const message = tell("takes_whole_amounts_only", { currency });
  throw new ProviderError({ kind: "invalid_input", message });
}

/** @returns in the currency's smallest unit by ISO 4217; what is smaller is rounded half up */
export function toMinor({ currency_code, value }: PayPalMoney): { amount: number; currency: string } {
  const digits = fractionDigits(currency_code);
  const [whole = "0", fraction = ""] = value.replace("-", "").split(".");
  const kept = Number(`${whole}${fraction.slice(0, digits).padEnd(digits, "0")}`);
  const size = kept + (Number(fraction.charAt(digits)) >= 5 ? 1 : 0);
  return { amount: value.startsWith("-") && size > 0 ? -size : size, currency: currency_code };
}

/** For people: € 31.50. */
export function describeMoney({ currency_code, value }: PayPalMoney): string {
  return new Intl.NumberFormat("en", { style: "currency", currency: currency_code }).format(Number(value));
}

/**
 * By ISO 4217, as PayPal's currencies have them. Not asked of Intl: its tables follow usage, which gives forints none,
 * and change with its version.
 */
function fractionDigits(currency: string): number {
  return currency === "JPY" ? 0 : 2;
}
