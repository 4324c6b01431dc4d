/**
 * How Stripe counts amounts, which is not how ISO 4217 does (https://docs.stripe.com/currencies): its smallest unit is
 * what amounts are written in everywhere in `lib/money`, and in the ledger, so that these agree with Stripe's to the
 * last digit.
 */
const withoutDigits = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "));
const withThreeDigits = new Set("BHD JOD KWD OMR TND".split(" "));

/** Currencies that lost their hundredths: amounts keep two digits, which must be 00 from that moment on. */
const wholeSince: ReadonlyMap<string, Date> = new Map([
  // https://support.stripe.com/questions/updates-to-fractional-isk-amounts
  ["ISK", new Date("2023-04-14T00:00:00Z")],
  ["UGX", new Date(0)],
]);

export type Digits = 0 | 2 | 3;
export type Step = 1 | 10 | 100;

/** Digits behind the point: 1050 USD is $10.50, 1050 JPY is ¥1,050. @param code in capitals */
export function getDigits(code: string): Digits {
  if (withoutDigits.has(code)) return 0;
  return withThreeDigits.has(code) ? 3 : 2;
}

/** What an amount must be a multiple of at a moment: 1 for most, 10 for KWD, 100 for ISK since April 2023. */
export function getStep(code: string, at: Date): Step {
  const since = wholeSince.get(code);
  if (since !== undefined && at >= since) return 100;
  return withThreeDigits.has(code) ? 10 : 1;
}

/** Payouts of these are made in whole units, whatever charges are made in (https://docs.stripe.com/currencies). */
export function getPayoutStep(code: string, at: Date): Step {
  return code === "HUF" || code === "TWD" ? 100 : getStep(code, at);
}
