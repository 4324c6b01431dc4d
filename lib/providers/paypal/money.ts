import { z } from "zod";
import { numberFormat } from "#lib/intl.ts";
import { decimalToMinor, minorToDecimal } from "#lib/money/decimal-minor.ts";
import { minorDigits } from "#lib/money/minor-digits.ts";
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
type Currency = (typeof currencies)[number];

/** Without decimals at PayPal, though two of them have some elsewhere. */
const wholeAtPayPal: readonly string[] = ["HUF", "JPY", "TWD"];

/** An amount as PayPal writes it; the value is a decimal. */
export const moneySchema = z.looseObject({
  currency_code: z.string().regex(/^[A-Z]{3}$/),
  value: decimal.pipe(z.string().regex(/^-?\d{1,13}(\.\d{1,5})?$/)),
});
export type PayPalMoney = z.infer<typeof moneySchema>;

/**
 * @param minor in the currency's smallest unit by ISO 4217
 * @throws {ProviderError} invalid_input where PayPal takes whole units only
 */
export function toPayPalMoney(minor: number, currency: Currency): { currency_code: string; value: string } {
  if (!wholeAtPayPal.includes(currency)) {
    return { currency_code: currency, value: minorToDecimal(minor, currency) };
  }
  const whole = minor / 10 ** minorDigits(currency);
  if (Number.isInteger(whole)) return { currency_code: currency, value: String(whole) };
  const message = tell("takes_whole_amounts_only", { currency });
  throw new ProviderError({ kind: "invalid_input", message });
}

/** @returns in the currency's smallest unit by ISO 4217; what is smaller is rounded half up */
export function toMinor({ currency_code, value }: PayPalMoney): { amount: number; currency: string } {
  const amount = decimalToMinor(value, currency_code);
  if (amount === undefined) throw new RangeError(`${value} ${currency_code} cannot be counted`);
  return { amount, currency: currency_code };
}

/** For people: € 31.50. */
export function describeMoney({ currency_code, value }: PayPalMoney): string {
  return numberFormat("en", { style: "currency", currency: currency_code }).format(Number(value));
}
