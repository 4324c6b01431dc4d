import { type Currency, money, withCurrency } from "#lib/money/money.ts";
import { allocate } from "#lib/money/rounding.ts";

type OrderLine = { sku: string | null; name: string; quantity: number; amount: number };

/** What an order's event tells of its money. */
export type OrderMoney = {
  total: number;
  currency: string;
  /** Within the total; null = nothing is told of one. */
  tip: number | null;
  lines: readonly OrderLine[];
};

type Payment = { amount: number; currency: string; paidAt: Date };

/**
 * What of an order a payment paid for: its tip and its lines, in the payment's currency. A payment of the whole order has
 * them as they are; one of a part, or in another currency, has its share of each. Together they are never more than the
 * payment: discounts make lines smaller, and what lines do not tell (tax on top, delivery) is none of them.
 */
export function computeShares(
  payment: Payment,
  order: OrderMoney,
): { tip: number | null; lines: OrderLine[] } {
  return withCurrency(payment.currency, (currency) => {
    const isSame = order.currency.toUpperCase() === currency.code;
    // What was paid beyond the order is not the order's.
    const covered = isSame ? Math.min(payment.amount, order.total) : payment.amount;
    const isWhole = isSame && covered === order.total;
    const share = <C extends string>(of: Currency<C>, amount: number, part: number, whole: number) =>
      computePart(of, { amount, part, whole, at: payment.paidAt });
    const orderTip = Math.min(order.tip ?? 0, order.total);
    const tip = isWhole ? orderTip : share(currency, covered, orderTip, order.total);
    const goods = covered - tip;
    const told = order.lines.reduce((sum, { amount }) => sum + amount, 0);
    const most = Math.min(told, order.total - orderTip);
    const ofLines = isWhole ? Math.min(most, goods) : share(currency, goods, most, order.total - orderTip);
    return {
      tip: order.tip === null ? null : tip,
      lines:
        isWhole && ofLines === told
          ? [...order.lines]
          : divide(currency, ofLines, order.lines, payment.paidAt),
    };
  });
}

/** As much of an amount as `part` is of `whole`, to the step of the currency. */
function computePart<C extends string>(
  currency: Currency<C>,
  { amount, part, whole, at }: { amount: number; part: number; whole: number; at: Date },
): number {
  if (part <= 0 || whole <= 0) return 0;
  if (part >= whole) return amount;
  const [own] = allocate(money(currency, amount), { weights: [part, whole - part], at });
  return own?.minor ?? 0;
}

function divide<C extends string>(
  currency: Currency<C>,
  amount: number,
  lines: readonly OrderLine[],
  at: Date,
): OrderLine[] {
  const weights = lines.map((line) => line.amount);
  if (weights.every((weight) => weight === 0)) return lines.map((line) => ({ ...line, amount: 0 }));
  const parts = allocate(money(currency, amount), { weights, at });
  return lines.map((line, place) => ({ ...line, amount: parts[place]?.minor ?? 0 }));
}
