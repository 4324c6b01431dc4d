import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sparklinePath } from "./sparkline-path.ts";

describe("sparklinePath", () => {
  test("puts the largest value at the top and the smallest at the foot", () => {
    expect(sparklinePath([0, 10, 5], 100, 20)).toBe("M0 20L50 0L100 10");
  });

  test("draws equal values as a line through the middle, not at the foot", () => {
    expect(sparklinePath([7, 7], 100, 20)).toBe("M0 10L100 10");
    expect(sparklinePath([7], 100, 20)).toBe("M0 10H100");
  });

  test("draws nothing for nothing", () => {
    expect(sparklinePath([], 100, 20)).toBe("");
  });

  test("stays inside its box for any finite values", () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 2 });
    fc.assert(
      fc.property(values, (list) => {
        const figures = sparklinePath(list, 100, 20).slice(1).split(/[L ]/).map(Number);
        const ys = figures.filter((_, index) => index % 2 === 1);
        expect(ys).toHaveLength(list.length);
        for (const y of ys) expect(y >= 0 && y <= 20).toBe(true);
      }),
    );
  });
});
