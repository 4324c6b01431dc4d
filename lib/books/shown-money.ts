import { moneyParam } from "#lib/failures/values.ts";
import { decimalText } from "#lib/money/decimal-text.ts";
import { money, withCurrency } from "#lib/money/money.ts";

/** An amount of a row as a parameter of a message. @param amount in the smallest unit that Stripe counts in */
export function shownMoney(amount: number, currency: string): string {
  return withCurrency(currency, (unit) => moneyParam(decimalText(money(unit, amount)), unit.code));
}
