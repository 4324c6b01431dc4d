import { lookUp } from "#lib/look-up.ts";
import type { Parameters } from "./answers.ts";
import { badRequest } from "./answers.ts";
import { getStep } from "./money.ts";

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

/** @throws Refusal for a currency that Stripe does not charge in */
export function readCurrency(parameters: Parameters, name = "currency"): string {
  const currency = parameters.require(name).toLowerCase();
  if (currencies.has(currency)) return currency;
  const message = `Invalid currency: ${currency}. Stripe currently supports these currencies: usd, eur, …`;
  throw badRequest(message, name);
}

/** @throws Refusal for an amount or a currency that Stripe does not charge */
export function readMoney(parameters: Parameters): { amount: number; currency: string } {
  parameters.require("amount");
  const currency = readCurrency(parameters);
  return { amount: requireAmount(parameters.integer("amount") ?? 0, currency), currency };
}

/** @throws Refusal for an amount that Stripe does not charge */
export function requireAmount(amount: number, currency: string, name = "amount"): number {
  if (amount < 1) throw badRequest("Invalid positive integer", name, "parameter_invalid_integer");
  if (amount < (lookUp(least, currency) ?? 1)) {
    throw badRequest(
      `Amount must be at least ${lookUp(least, currency)} ${currency}`,
      name,
      "amount_too_small",
    );
  }
  if (amount > most) {
    throw badRequest(`Amount must be no more than ${most} ${currency}`, name, "amount_too_large");
  }
  return requireStep(amount, currency, name);
}

/** https://docs.stripe.com/currencies#three-decimal, https://docs.stripe.com/currencies#special-cases */
export function requireStep(amount: number, currency: string, name: string): number {
  if (amount % getStep(currency) === 0) return amount;
  const ends = getStep(currency) === 10 ? "the last digit" : "the last two digits";
  throw badRequest(`Invalid amount: ${ends} of an amount in ${currency} must be 0`, name);
}

/** @throws Refusal for a fee that is none, or more than the amount */
export function readFee(
  parameters: Parameters,
  { amount, currency }: { amount: number; currency: string },
  name = "application_fee_amount",
): number | null {
  const fee = parameters.integer(name);
  if (fee === undefined) return null;
  if (fee < 1) throw badRequest("Invalid positive integer", name, "parameter_invalid_integer");
  if (fee > amount) {
    throw badRequest("The application fee amount must be less than or equal to the amount.", name);
  }
  return requireStep(fee, currency, name);
}
