import { cn } from "#components/ui/cn.ts";
import { money, withCurrency } from "#lib/money/money.ts";
import { moneyText } from "#lib/money/money-text.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";

/** An amount of a currency, in the smallest unit that Stripe counts in (`lib/money`). */
interface AmountOf {
  minor: number;
  currency: string;
}

/** An amount as people write it: "€31.50". */
export function amountText({ minor, currency }: AmountOf, locale: Locale = defaultLocale): string {
  return withCurrency(currency, (unit) => moneyText(money(unit, minor), locale));
}

interface AmountProps extends AmountOf {
  className?: string;
}

/** An amount of money, with figures of one width. */
export function Amount({ minor, currency, className }: AmountProps) {
  return (
    <span className={cn("whitespace-nowrap tabular-nums", className)}>{amountText({ minor, currency })}</span>
  );
}
