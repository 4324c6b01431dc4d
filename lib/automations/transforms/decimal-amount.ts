import { numberFormat } from "#lib/intl.ts";
import { minorDigits } from "#lib/money/minor-digits.ts";
import { intlLocale } from "./locality.ts";

/** A currency's code in capitals; undefined where it is none. */
export function currencyCode(value: unknown): string | undefined {
  return typeof value === "string" && /^[A-Za-z]{3}$/.test(value) ? value.toUpperCase() : undefined;
}

/**
 * An amount of minor units as decimal text, made of its digits alone: 1250 EUR is `12.50`, 1250 JPY `1250`, 1250 KWD
 * `1.250`.
 * @param amount a safe integer
 */
export function decimalAmount(amount: number, currency: string): `${number}` {
  const digits = minorDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  const decimal = digits === 0 ? whole : `${whole}.${text.slice(-digits)}`;
  const signed = amount < 0 ? `-${decimal}` : decimal;
  return isDecimal(signed) ? signed : "0";
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/** The same as people read it in a language: €12.50. */
export function shownAmount(amount: number, currency: string, locale: string): string {
  return getFormat(intlLocale(locale), currency).format(decimalAmount(amount, currency));
}

function getFormat(locale: string, currency: string): Intl.NumberFormat {
  const digits = minorDigits(currency);
  return numberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
