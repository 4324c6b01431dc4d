import { z } from "zod";
import type { Money } from "./documents.ts";
import { Refusal, unprocessable } from "./replies.ts";

const known =
  "AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN SEK SGD THB TWD USD".split(
    " ",
  );
const withoutDecimals = ["HUF", "JPY", "TWD"];

export const moneyBody = z.looseObject({
  currency_code: z.string().length(3),
  value: z
    .string()
    .max(32)
    .regex(/^((-?[0-9]+)|(-?([0-9]+)?[.][0-9]+))$/),
});

/**
 * https://developer.paypal.com/api/rest/reference/currency-codes/
 * @throws {Refusal} for an amount that PayPal does not take
 */
export function readMoney({ currency_code, value }: z.infer<typeof moneyBody>, field: string): Money {
  const refuse = (issue: string, description: string, at: string): never => {
    throw new Refusal(unprocessable(issue, description, `${field}/${at}`));
  };
  if (!known.includes(currency_code)) {
    refuse(
      "INVALID_CURRENCY_CODE",
      "Currency code is invalid or is not currently supported. Please refer https://developer.paypal.com/api/rest/reference/currency-codes/ for list of supported currency codes.",
      "currency_code",
    );
  }
  if (Number(value) <= 0) {
    refuse(
      "CANNOT_BE_ZERO_OR_NEGATIVE",
      "Must be greater than zero. If the currency supports decimals, only two decimal place precision is supported.",
      "value",
    );
  }
  const [, decimals = ""] = value.split(".");
  if (withoutDecimals.includes(currency_code) && decimals !== "") {
    refuse(
      "DECIMALS_NOT_SUPPORTED",
      "Currency does not support decimals. Please refer to https://developer.paypal.com/api/rest/reference/currency-codes/ for more information.",
      "value",
    );
  }
  if (decimals.length > 2) {
    refuse(
      "DECIMAL_PRECISION",
      "If the currency supports decimals, only two decimal place precision is supported.",
      "value",
    );
  }
  return moneyOf(currency_code, toHundredths(value));
}

export function toHundredths(value: string): number {
  return Math.round(Number(value) * 100);
}

export function moneyOf(currency_code: string, hundredths: number): Money {
  const value = (hundredths / 100).toFixed(withoutDecimals.includes(currency_code) ? 0 : 2);
  return { currency_code, value };
}

/** What PayPal keeps: 2.99 % and 39 cents. */
export function feeOf({ currency_code, value }: Money): Money {
  return moneyOf(currency_code, Math.round(toHundredths(value) * 0.0299) + 39);
}
