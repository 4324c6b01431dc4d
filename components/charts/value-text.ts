import { numberFormat } from "#lib/intl.ts";
import { money, withCurrency } from "#lib/money/money.ts";
import { moneyText, shortMoneyText } from "#lib/money/money-text.ts";
import { intlLocale, type Locale } from "#lib/words/locale.ts";
import type { Unit } from "./chart-data.ts";

/** A value in full, for tables and titles: "€1,203.50", "14 orders", "3.25%". */
export function valueText(value: number, unit: Unit, locale: Locale): string {
  switch (unit.kind) {
    case "money":
      return withCurrency(unit.currency, (currency) => moneyText(money(currency, value), locale));
    case "count":
      return `${value.toLocaleString(intlLocale(locale))} ${value === 1 ? unit.one : unit.many}`;
    case "share":
      return shareText(value, locale);
  }
}

/** A value beside an axis, as short as it can be told from the next: "€1.2K", "14", "3%". */
export function axisText(value: number, unit: Unit, locale: Locale): string {
  switch (unit.kind) {
    case "money":
      return withCurrency(unit.currency, (currency) => shortMoneyText(money(currency, value), locale));
    case "count":
      return numberFormat(intlLocale(locale), { notation: "compact", maximumSignificantDigits: 3 }).format(
        value,
      );
    case "share":
      return shareText(value, locale);
  }
}

/** @param basisPoints hundredths of a per cent */
function shareText(basisPoints: number, locale: Locale): string {
  const percent = numberFormat(intlLocale(locale), { style: "percent", maximumFractionDigits: 2 });
  return percent.format(basisPoints / 10_000);
}
