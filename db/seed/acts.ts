import type { PlannedSale } from "./month.ts";
import { toOrderId } from "./orders.ts";

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** What happens in the demo's month, and when. What bears a key was done if there is a row under it. */
export type Act = { at: Date } & (
  | { kind: "charge"; key: string; sale: PlannedSale }
  | { kind: "refund"; key: string; chargeKey: string; amount: number; reason: string }
  | { kind: "dispute"; chargeKey: string }
  | { kind: "decide"; outcome: "won" | "lost" }
  | { kind: "payout_fails" }
  | { kind: "read" }
);

/**
 * All that happens in a month of sales, in the order of time: payments, what becomes of them later, a payout that the
 * bank sends back, and a reading of the provider's books each week. Nothing of it lies in the future.
 */
export function planActs(sales: readonly PlannedSale[], until: Date): Act[] {
  const acts: Act[] = sales.flatMap((sale) => [
    { at: sale.at, kind: "charge" as const, key: toChargeKey(sale), sale },
    ...laterActs(sale),
  ]);
  const [first] = sales;
  if (first) {
    const after = (days: number) => new Date(first.at.getTime() + days * dayMs);
    for (let days = 7; after(days) < until; days += 7) acts.push({ at: after(days), kind: "read" });
    acts.push({ at: after(18), kind: "payout_fails" });
  }
  return acts.filter(({ at }) => at < until).toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function toChargeKey({ number }: PlannedSale): string {
  return `demo-charge-${number}`;
}

function laterActs(sale: PlannedSale): Act[] {
  const { later, at, number } = sale;
  const after = (ms: number) => new Date(at.getTime() + ms);
  const chargeKey = toChargeKey(sale);
  switch (later?.kind) {
    case undefined:
      return [];
    case "refund": {
      const { amount, reason } = later;
      const key = `demo-refund-${number}`;
      return [{ at: after(3 * hourMs), kind: "refund", key, chargeKey, amount, reason }];
    }
    case "dispute":
      return [
        { at: after(26 * hourMs), kind: "dispute", chargeKey },
        ...(later.outcome === "open"
          ? []
          : [{ at: after(6 * dayMs), kind: "decide" as const, outcome: later.outcome }]),
      ];
  }
}

/** The acts that are left, where some were done before the play was interrupted. They are done one after the other. */
export function actsLeft(acts: readonly Act[], isDone: (key: string) => boolean): Act[] {
  const last = acts.findLastIndex((act) => "key" in act && isDone(act.key));
  return acts.slice(last + 1);
}

/** What a payment is asked for with. */
export function chargeInput(integrationId: string, sale: PlannedSale) {
  const { total, currency, tip, card } = sale;
  return {
    integrationId,
    amount: total,
    currency,
    orderId: toOrderId(sale),
    description: eatenText(sale),
    mode: "saved" as const,
    paymentMethod: card,
    ...(tip > 0 ? { tip } : {}),
  };
}

/** "2 × Pizza Margherita, Espresso": what the guest reads of it. */
function eatenText({ lines }: PlannedSale): string {
  return lines
    .map(({ dish, quantity }) => (quantity === 1 ? dish.name : `${quantity} × ${dish.name}`))
    .join(", ");
}
