import { lookUp } from "#lib/look-up.ts";

/** Of a unit, without digits after the point: https://docs.stripe.com/currencies#zero-decimal */
const noDigits = new Set("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" "));
const threeDigits = new Set(["bhd", "jod", "kwd", "omr", "tnd"]);
/** Counted in hundredths that must be 00: https://docs.stripe.com/currencies#special-cases */
const wholeOnly = new Set(["isk", "ugx"]);

/** Of one unit, in US dollars, unless an account says otherwise. Ours: Stripe's move by the minute. */
const inDollars: Readonly<Record<string, number>> = {
  chf: 1.13,
  eur: 1.1,
  gbp: 1.27,
  isk: 0.0073,
  jpy: 0.0067,
  kwd: 3.26,
  usd: 1,
};

/** What amounts of a currency, in its smallest unit, are multiples of. */
export function getStep(currency: string): number {
  if (wholeOnly.has(currency)) return 100;
  return threeDigits.has(currency) ? 10 : 1;
}

/** Half away from zero. */
export function roundToStep(amount: number, step: number): number {
  return Math.sign(amount) * Math.round(Math.abs(amount) / step) * step;
}

/**
 * An amount in another currency. The rate is one of smallest units, as Stripe gives it:
 * https://docs.stripe.com/api/balance_transactions/object#balance_transaction_object-exchange_rate
 */
export function convert(
  amount: number,
  from: string,
  to: string,
  rates: Readonly<Record<string, number>> = {},
): { amount: number; rate: number | null } {
  if (from === to) return { amount, rate: null };
  const getWorth = (currency: string) =>
    (lookUp(rates, currency) ?? lookUp(inDollars, currency) ?? 1) / 10 ** getDigits(currency);
  const rate = Number((getWorth(from) / getWorth(to)).toPrecision(6));
  return { amount: roundToStep(amount * rate, getStep(to)), rate };
}

function getDigits(currency: string): number {
  if (noDigits.has(currency)) return 0;
  return threeDigits.has(currency) ? 3 : 2;
}
