import { numberFormat } from "#lib/intl.ts";
import { minorDigits } from "#lib/money/minor-digits.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";

/**
 * An amount as a shop owner reads it: "€12.50".
 * @param minor in the currency's smallest unit
 */
export function moneyText({ minor, currency }: { minor: number; currency: string }): string {
  const digits = minorDigits(currency);
  const shown = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numberFormat(readerIntlLocale(), { style: "currency", currency, ...shown }).format(
    minor / 10 ** digits,
  );
}
