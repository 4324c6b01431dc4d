import fc from "fast-check";
import { expect, test } from "vitest";
import { computeShares, type OrderMoney } from "./compute-shares.ts";

const paidAt = new Date("2026-10-02T12:00:00Z");
const pizza = { sku: "P", name: "Pizza", quantity: 2, amount: 2_500 };
const wine = { sku: null, name: "Wine", quantity: 1, amount: 950 };
const order: OrderMoney = { total: 3_750, currency: "EUR", tip: 300, lines: [pizza, wine] };

const shares = (amount: number, currency = "EUR", of: Partial<OrderMoney> = {}) => {
  const { tip, lines } = computeShares({ amount, currency, paidAt }, { ...order, ...of });
  return [tip, ...lines.map((line) => line.amount)];
};

test.each([
  ["the whole order", shares(3_750), [300, 2_500, 950]],
  ["half of it", shares(1_875), [150, 1_250, 475]],
  ["more than the order", shares(5_000), [300, 2_500, 950]],
  ["an order whose tip nobody told", shares(3_750, "EUR", { tip: null }), [null, 2_500, 950]],
  ["an order with a discount", shares(3_000, "EUR", { total: 3_000, tip: 0 }), [0, 2_174, 826]],
  ["an order with tax on top", shares(4_000, "EUR", { total: 4_000, tip: 0 }), [0, 2_500, 950]],
  ["another currency", shares(7_500, "USD"), [600, 5_000, 1_900]],
  ["an order of nothing", shares(500, "EUR", { total: 0, tip: 0 }), [0, 0, 0]],
  ["lines of nothing", shares(500, "EUR", { total: 500, tip: 0, lines: [{ ...wine, amount: 0 }] }), [0, 0]],
  [
    "whole króna in two parts",
    shares(500, "ISK", {
      total: 1_000,
      currency: "ISK",
      tip: 0,
      lines: [
        { ...wine, amount: 500 },
        { ...wine, amount: 500 },
      ],
    }),
    [0, 300, 200],
  ],
])("%s: the tip and the lines that were paid for", (_, found, expected) => {
  expect(found).toEqual(expected);
});

test("tip and lines are never more than the payment, and never below zero, whatever the order tells", () => {
  const amount = fc.nat(10_000_000);
  fc.assert(
    fc.property(
      amount,
      fc.constantFrom("EUR", "JPY", "ISK", "KWD"),
      fc.record({
        total: amount,
        currency: fc.constantFrom("EUR", "eur", "JPY"),
        tip: fc.option(amount),
        lines: fc.array(
          amount.map((minor) => ({ ...wine, amount: minor })),
          { maxLength: 6 },
        ),
      }),
      (minor, currency, told) => {
        const { tip, lines } = computeShares({ amount: minor, currency, paidAt }, told);
        const parts = [tip ?? 0, ...lines.map((line) => line.amount)];
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(minor);
        expect(lines).toHaveLength(told.lines.length);
      },
    ),
  );
});
