import { expect, test } from "vitest";
import { actsLeft, planActs } from "./acts.ts";
import { planMonth } from "./month.ts";

const until = new Date("2026-11-27T13:40:00Z");
const sales = planMonth(until, 33);
const acts = planActs(sales, until);

test("a month has enough to look at: every place and dish, two currencies, refunds, disputes, each in its time", () => {
  expect(sales.length).toBeGreaterThan(100);
  expect(new Set(sales.map(({ place }) => place.code.id)).size).toBe(9);
  expect(new Set(sales.flatMap(({ lines }) => lines.map(({ dish }) => dish.sku))).size).toBe(10);
  expect(new Set(sales.map(({ currency }) => currency))).toEqual(new Set(["EUR", "USD"]));
  const kinds = Map.groupBy(acts, ({ kind }) => kind);
  expect(kinds.get("refund")?.length).toBeGreaterThan(5);
  expect(kinds.get("dispute")).toHaveLength(3);
  expect(kinds.get("decide")).toHaveLength(2);
  expect(kinds.get("payout_fails")).toHaveLength(1);
  const times = acts.map(({ at }) => at.getTime());
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  expect(times.at(-1)).toBeLessThan(until.getTime());
});

test("no more goes back than was paid, and the lines and the tip come to the total", () => {
  for (const { lines, tip, total, later } of sales) {
    expect(lines.reduce((sum, { dish, quantity }) => sum + dish.price * quantity, tip)).toBe(total);
    if (later?.kind === "refund") expect(later.amount).toBeLessThanOrEqual(total);
  }
});

test("the same moment, and a later one of the same day, plan the same month", () => {
  expect(planMonth(new Date("2026-11-27T23:59:00Z"), 33)).toEqual(sales);
});

test("an interrupted month goes on after the last thing that was done, and one that is over has nothing left", () => {
  const keys = acts.flatMap((act) => ("key" in act ? [act.key] : []));
  const done = new Set(keys.slice(0, 40));
  const left = actsLeft(acts, (key) => done.has(key));
  expect(left.flatMap((act) => ("key" in act ? [act.key] : []))).toEqual(keys.slice(40));
  expect(actsLeft(acts, () => true).every((act) => !("key" in act))).toBe(true);
  expect(actsLeft(acts, () => false)).toEqual(acts);
});
