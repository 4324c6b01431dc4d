import { expect, test } from "vitest";
import { getRevenue } from "../get-revenue.ts";
import { addCharge, openShop, sell } from "../testing/scene.ts";

const dayMs = 86_400_000;
const noon = (day: string) => new Date(`${day}T12:00:00Z`);

test("sums and what was sold are of the period and the currency alone", async () => {
  const shop = await openShop();
  const soup = (amount: number) => ({ amount, lines: [{ name: "Soup", quantity: 1, amount }] });
  await sell(shop, { ...soup(500), paidAt: noon("2025-10-10") });
  for (const day of ["2025-10-08", "2025-10-12"]) await sell(shop, { ...soup(70), paidAt: noon(day) });
  await sell(shop, { ...soup(9), currency: "USD", paidAt: noon("2025-10-10") });
  const input = { from: "2025-10-09", to: "2025-10-11", currency: "EUR", by: "product" } as const;
  const { totals, sold } = await getRevenue({ ctx: shop.ctx, input });
  expect([totals.gross, totals.payments, totals.sales]).toEqual([500, 1, 500]);
  expect(sold.map(({ value, sales, quantity }) => [value, sales, quantity])).toEqual([["Soup", 500, 1]]);
});

test("a period that is not over is compared with as much of the one before, and one that has not begun with none of it", async () => {
  const shop = await openShop();
  const day = (days: number) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
  const before = async (from: string, to: string) => {
    const { before: told } = await getRevenue({ ctx: shop.ctx, input: { from, to, currency: "EUR" } });
    return [Date.parse(told.period.from), Date.parse(told.period.to)];
  };
  const [from = 0, to = 0] = await before(day(-9), day(10));
  expect(from).toBe(Date.parse(day(-29)));
  const passed = Date.now() - Date.parse(day(-9));
  expect(Math.abs(to - from - passed)).toBeLessThan(20 * 60_000);
  const [start, end] = await before(day(2), day(3));
  expect(end).toBe(start);
});

test("an order of the sandbox and one of real money by the same number are two", async () => {
  const shop = await openShop();
  for (const environment of ["live", "sandbox"] as const) {
    await addCharge(shop, { amount: 500, paidAt: noon("2025-10-10"), orderId: "ord_1", environment });
  }
  for (const environment of ["live", "sandbox"] as const) {
    const input = { from: "2025-10-09", to: "2025-10-11", environment };
    expect((await getRevenue({ ctx: shop.ctx, input })).totals.orders).toBe(1);
  }
});
