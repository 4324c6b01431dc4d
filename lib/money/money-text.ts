import { numberFormat } from "#lib/intl.ts";
import { intlLocale, type Locale } from "#lib/words/locale.ts";
import { getDigits } from "./currency-rules.ts";
import { decimalText } from "./decimal-text.ts";
import type { Money } from "./money.ts";

/** An amount as people read it, with its currency: 3150 EUR → "€31.50", -500 JPY → "-¥500". */
export function moneyText<C extends string>(amount: Money<C>, locale: Locale): string {
  const text = decimalText(amount);
  const digits = text.split(".")[1]?.length ?? 0;
  return currencyFormat(amount.currency.code, locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount.minor / 10 ** getDigits(amount.currency.code));
}

/** An amount for the axis of a chart: 1250000 EUR → "€12.5K". Three figures tell any step of an axis from the next. */
export function shortMoneyText<C extends string>({ minor, currency }: Money<C>, locale: Locale): string {
  return currencyFormat(currency.code, locale, { notation: "compact", maximumSignificantDigits: 3 }).format(
    minor / 10 ** getDigits(currency.code),
  );
}

/** The narrow symbol only where it is one currency's alone: "$" is the US dollar's, as the catalogue of words has it. */
function currencyFormat(currency: string, locale: Locale, options: Intl.NumberFormatOptions) {
  // British English would write US$; amounts in sentences are written by the plain locale too.
  return numberFormat(locale === "en" ? "en" : intlLocale(locale), {
    style: "currency",
    currency,
    ...options,
  });
}
