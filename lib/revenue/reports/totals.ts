import type { LedgerTotals, RevenueTotals, SalesTotals } from "../schema.ts";

export const noLedger: LedgerTotals = {
  gross: 0,
  refunds: 0,
  disputes: 0,
  disputeFees: 0,
  platformFees: 0,
  platformFeesReturned: 0,
  providerFees: 0,
  taxes: 0,
  others: 0,
  net: 0,
  bank: 0,
  payments: 0,
  refundCount: 0,
  disputeCount: 0,
};

export const noSales: SalesTotals = { sales: 0, tips: 0, orders: 0 };

/** Sums of one currency, with the averages that follow from them. */
export function totalsOf(ledger: LedgerTotals, sales: SalesTotals): RevenueTotals {
  return {
    ...ledger,
    ...sales,
    averageOrder: averageOf(sales.sales, sales.orders),
    netAverage: averageOf(ledger.net, sales.orders),
  };
}

/** Rounded half up, below zero away from it; null of nothing. */
export function averageOf(total: number, count: number): number | null {
  if (count <= 0) return null;
  const size = (BigInt(Math.abs(total)) * 2n + BigInt(count)) / (2n * BigInt(count));
  return size === 0n ? 0 : Number(size) * Math.sign(total);
}

/** Adds rows up, number by number. @param none what the sum of no rows is */
export function sumUp<Totals extends Record<string, number>>(none: Totals, rows: Iterable<Totals>): Totals {
  const sums = new Map(Object.entries(none));
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) sums.set(name, (sums.get(name) ?? 0) + value);
  }
  return { ...none, ...Object.fromEntries(sums) };
}
