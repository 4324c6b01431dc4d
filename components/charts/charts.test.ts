import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barBoxes, computeBands, findExtent } from "./bar-boxes.ts";
import { chartSummary } from "./chart-summary.ts";
import { labelPlaces } from "./label-places.ts";
import { linePaths, pointX } from "./line-paths.ts";
import { valueScale } from "./value-scale.ts";
import { axisText, valueText } from "./value-text.ts";

const size = { height: 200, top: 12 };
const euros = { kind: "money", currency: "EUR" } as const;
const orders = { kind: "count", one: "order", many: "orders" } as const;
const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const series = (...values: (number | null)[]) => ({ key: "one", title: "Sales", values });

describe("an axis", () => {
  test("holds every value and zero, and names whole numbers only, each by a text of its own", () => {
    const units = fc.constantFrom(euros, orders, { kind: "money", currency: "JPY" } as const);
    fc.assert(
      fc.property(fc.array(amounts, { maxLength: 30 }), units, (values, unit) => {
        const { y, ticks } = valueScale(values, size);
        for (const value of [0, ...values]) {
          expect(y(value)).toBeGreaterThanOrEqual(size.top);
          expect(y(value)).toBeLessThanOrEqual(size.height);
        }
        expect(ticks).toContain(0);
        expect(ticks.every(Number.isInteger)).toBe(true);
        expect(new Set(ticks.map((tick) => axisText(tick, unit, "en"))).size).toBe(ticks.length);
      }),
    );
  });

  test.each([[[]], [[0]], [[0, 0, 0]]])("of %j stands on the ground", (values) => {
    expect(valueScale(values, size)).toMatchObject({ ticks: [0] });
    expect(valueScale(values, size).y(0)).toBe(200);
  });

  test("of values below zero only has zero at its top", () => {
    const { y } = valueScale([-500, -20], size);
    expect(y(0)).toBe(size.top);
    expect(y(-500)).toBeGreaterThan(150);
  });
});

describe("bars", () => {
  const lists = fc.array(
    fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 12, maxLength: 12 }),
    {
      minLength: 1,
      maxLength: 5,
    },
  );

  test.each(["stacked", "side_by_side"] as const)(
    "that are %s stay within the drawing and their period",
    (layout) => {
      fc.assert(
        fc.property(lists, (list) => {
          const all = list.map((values, place) => ({ key: String(place), title: "", values }));
          const scale = valueScale(findExtent(all, 12, layout), size);
          const { getStart, width } = computeBands(12);
          for (const box of barBoxes(all, { count: 12, layout, scale })) {
            expect(box.y).toBeGreaterThanOrEqual(size.top - 2);
            expect(box.y + box.height).toBeLessThanOrEqual(size.height + 2);
            expect(box.x).toBeGreaterThanOrEqual(getStart(box.periodIndex) - 0.02);
            expect(box.x + box.width).toBeLessThanOrEqual(getStart(box.periodIndex) + width + 0.03);
          }
        }),
      );
    },
  );

  test("below zero hang below the axis, and take nothing from what stands above it", () => {
    const all = [series(100), series(-40), series(60)];
    const scale = valueScale(findExtent(all, 1, "stacked"), size);
    const [sales, refunds, tips] = barBoxes(all, { count: 1, layout: "stacked", scale });
    const ground = scale.y(0);
    expect(sales && sales.y + sales.height).toBeCloseTo(ground, 1);
    expect(refunds?.y).toBeCloseTo(ground, 1);
    expect(tips && tips.y + tips.height).toBeCloseTo(sales?.y ?? 0, 1);
  });

  test("of one value fill their place, of nothing are none, and of very little can be seen", () => {
    const scale = valueScale([1_000_000], size);
    const boxes = (value: number | null) => barBoxes([series(value)], { count: 1, layout: "stacked", scale });
    expect(boxes(1_000_000)).toMatchObject([{ y: size.top, height: size.height - size.top }]);
    expect(boxes(1)[0]?.height).toBeGreaterThan(1);
    expect([...boxes(0), ...boxes(null)]).toEqual([]);
  });
});

describe("a line", () => {
  const whole = () => false;
  const scale = valueScale([10], size);

  test("of one value is a point in the middle", () => {
    const { whole: path, points } = linePaths({ values: [10], isPart: whole, scale });
    expect([path, pointX(0, 1)]).toEqual([null, 50]);
    expect(points).toEqual([{ index: 0, x: 50, y: size.top, isPart: false }]);
  });

  test("is broken where a value is not known, and one that stands alone there is a point", () => {
    const { whole: path, points } = linePaths({ values: [1, 2, null, 3, null, 4, 5], isPart: whole, scale });
    expect(path?.match(/M/g)).toHaveLength(2);
    expect(points.map(({ index }) => index)).toEqual([3, 6]);
  });

  test("to a period that is not over is drawn apart, and its point is hollow", () => {
    const lines = linePaths({ values: [1, 2, 3], isPart: (index) => index === 2, scale });
    expect([lines.whole?.match(/M/g)?.length, lines.part?.match(/M/g)?.length]).toEqual([1, 1]);
    expect(lines.points).toMatchObject([{ index: 2, isPart: true }]);
  });

  test("of nothing is nothing", () => {
    const lines = linePaths({ values: [null, null], isPart: whole, scale });
    expect(lines).toEqual({ whole: null, part: null, area: null, points: [] });
  });
});

describe("labels below an axis", () => {
  test("name the last period always, at most nine, fewer on a phone", () => {
    for (const count of [1, 2, 7, 12, 31, 90, 366]) {
      const places = labelPlaces(count);
      expect(places.at(-1)).toEqual({ index: count - 1, isOnPhone: true });
      expect(places.length).toBeLessThanOrEqual(9);
      expect(places.filter(({ isOnPhone }) => isOnPhone).length).toBeLessThanOrEqual(5);
    }
    expect(labelPlaces(0)).toEqual([]);
  });
});

describe("values are written", () => {
  test.each([
    [120_350, euros, "€1,203.50", "€1.2K"],
    [-5, euros, "-€0.05", "-€0.05"],
    [5_000, { kind: "money", currency: "USD" } as const, "$50.00", "$50"],
    [5_000, { kind: "money", currency: "JPY" } as const, "¥5,000", "¥5K"],
    [5_120, { kind: "money", currency: "KWD" } as const, "KWD 5.120", "KWD 5.12"],
    [1, orders, "1 order", "1"],
    [1_234, orders, "1,234 orders", "1.23k"],
    [325, { kind: "share" } as const, "3.25%", "3.25%"],
  ])("%i %o as %s, beside an axis as %s", (value, unit, text, short) => {
    expect(valueText(value, unit, "en").replaceAll("\u00A0", " ")).toBe(text);
    expect(axisText(value, unit, "en").replaceAll("\u00A0", " ")).toBe(short);
  });
});

test("whoever does not see a chart hears of each series its highest and its last value", () => {
  const periods = [
    { key: "2026-10", label: "October 2026", shortLabel: "Oct" },
    { key: "2026-11", label: "November 2026", shortLabel: "Nov", isPart: true },
  ];
  const text = (...values: (number | null)[]) =>
    chartSummary({ periods, series: [series(...values)], unit: euros, locale: "en" });
  expect(text(500, 300)).toBe("Sales: highest €5.00 in October 2026, last €3.00 in November 2026 (part).");
  expect(text(500, null)).toBe("Sales: €5.00 in October 2026.");
  expect(text(null, null)).toBe("Sales: no values.");
});
