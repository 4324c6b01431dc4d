import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastBasisPoints, mostBasisPoints, platformFeeOf } from "./platform-fee.ts";

const amounts = fc.integer({ min: 0, max: 99_999_999_999 });
const shares = fc.integer({ min: leastBasisPoints, max: mostBasisPoints });
const steps = fc.constantFrom(1, 10, 100);

describe("the platform's fee", () => {
  test.each([
    [3_150, 300, 95],
    [3_149, 300, 94],
    [50, 300, 2],
    [49, 300, 1],
    [30, 500, 1],
    [100, 200, 2],
    [10, 300, 0],
    [0, 300, 0],
  ])("of %i at %i basis points is %i", (amount, basisPoints, fee) => {
    expect(platformFeeOf(amount, basisPoints)).toBe(fee);
  });

  test("is a multiple of the step, and never above 5 % of the amount", () => {
    fc.assert(
      fc.property(amounts, shares, steps, (amount, basisPoints, step) => {
        const fee = platformFeeOf(amount, basisPoints, step);
        expect(Number.isSafeInteger(fee)).toBe(true);
        expect(fee % step).toBe(0);
        expect(fee).toBeGreaterThanOrEqual(0);
        expect(fee * 20).toBeLessThanOrEqual(amount);
      }),
    );
  });

  test("is the share to the nearest step, halves upwards, unless 5 % are in the way", () => {
    fc.assert(
      fc.property(amounts, shares, steps, (amount, basisPoints, step) => {
        const fee = platformFeeOf(amount, basisPoints, step);
        // In ten-thousandths of the smallest unit, so that nothing is rounded here.
        const distance = amount * basisPoints - fee * 10_000;
        const isCapped = (fee + step) * 20 > amount;
        expect(distance).toBeGreaterThanOrEqual(-5_000 * step);
        if (!isCapped) expect(distance).toBeLessThan(5_000 * step);
      }),
    );
  });

  test("does not fall when the amount or the share rises", () => {
    fc.assert(
      fc.property(amounts, shares, steps, (amount, basisPoints, step) => {
        const fee = platformFeeOf(amount, basisPoints, step);
        expect(platformFeeOf(amount + step, basisPoints, step)).toBeGreaterThanOrEqual(fee);
        if (basisPoints === mostBasisPoints) return;
        expect(platformFeeOf(amount, basisPoints + 1, step)).toBeGreaterThanOrEqual(fee);
      }),
    );
  });

  test.each([
    [100, 199],
    [100, 501],
    [100, 300.5],
    [-1, 300],
    [10.5, 300],
  ])("is refused for %d at %d", (amount, basisPoints) => {
    expect(() => platformFeeOf(amount, basisPoints)).toThrow(RangeError);
  });
});
