import { lookUp } from "#lib/look-up.ts";
import type { Parameters } from "./parameters.ts";
import { badRequest } from "./refusal.ts";

/** https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
const least: Readonly<Record<string, number>> = {
  chf: 50,
  dkk: 250,
  eur: 50,
  gbp: 30,
  jpy: 50,
  nok: 300,
  sek: 300,
  usd: 50,
};
const most = 99_999_999;
const currencies = new Set(Intl.supportedValuesOf("currency").map((code) => code.toLowerCase()));
const threeDigits = new Set(["bhd", "jod", "kwd", "omr", "tnd"]);

/** @throws Refusal for an amount or a currency that Stripe does not charge */
export function readMoney(parameters: Parameters): { amount: number; currency: string } {
  parameters.require("amount");
  const currency = parameters.require("currency").toLowerCase();
  if (!currencies.has(currency)) {
    throw badRequest(
      `Invalid currency: ${currency}. Stripe currently supports these currencies: usd, eur, …`,
      "currency",
    );
  }
  const amount = parameters.integer("amount") ?? 0;
  if (amount < 1) throw badRequest("Invalid positive integer", "amount", "parameter_invalid_integer");
  if (amount < (lookUp(least, currency) ?? 1)) {
    throw badRequest(
      `Amount must be at least ${lookUp(least, currency)} ${currency}`,
      "amount",
      "amount_too_small",
    );
  }
  if (amount > most) {
    throw badRequest(`Amount must be no more than ${most} ${currency}`, "amount", "amount_too_large");
  }
  if (threeDigits.has(currency) && amount % 10 !== 0) {
    throw badRequest(`Invalid amount: the last digit of an amount in ${currency} must be 0`, "amount");
  }
  return { amount, currency };
}

/** @throws Refusal for a fee that is none, or more than the amount */
export function readFee(parameters: Parameters, amount: number): number | null {
  const fee = parameters.integer("application_fee_amount");
  if (fee === undefined) return null;
  const name = "application_fee_amount";
  if (fee < 1) throw badRequest("Invalid positive integer", name, "parameter_invalid_integer");
  if (fee > amount) {
    throw badRequest("The application fee amount must be less than or equal to the amount.", name);
  }
  return fee;
}
