import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { getStep } from "#lib/money/currency-rules.ts";
import { money, toCurrency, withCurrency } from "#lib/money/money.ts";
import { computeFee, leastBasisPoints, mostBasisPoints } from "./compute-fee.ts";
import { monthlyCost, plans } from "./plans.ts";

const usd = toCurrency("USD");
const now = new Date("2026-11-27T12:00:00Z");
const codes = fc.constantFrom("EUR", "JPY", "ISK", "UGX", "KWD");
const amounts = fc.nat(9_000_000_000_000);
const shares = fc.oneof(fc.constant(0), fc.integer({ min: leastBasisPoints, max: mostBasisPoints }));

const feeMinor = (code: string, amount: number, basisPoints: number, minimum: number) =>
  withCurrency(code, (unit) => computeFee(money(unit, amount), { basisPoints, minimum }, now).fee.minor);

describe("the platform's fee", () => {
  test.each([
    [5_000, 400, 0, 200, "share"],
    [5_000, 200, 150, 150, "minimum"],
    [1_000, 200, 150, 50, "ceiling"],
    [10, 500, 0, 0, "ceiling"],
    [1, 200, 0, 0, "share"],
    [0, 500, 30, 0, "ceiling"],
    [9_999, 0, 0, 0, "share"],
  ])(
    "of %i US cents at %i basis points, at least %i, is %i, decided by the %s",
    (amount, basisPoints, minimum, fee, by) => {
      const { fee: decided, arithmetic } = computeFee(money(usd, amount), { basisPoints, minimum }, now);
      expect([decided.minor, arithmetic.decidedBy]).toEqual([fee, by]);
    },
  );

  test("is a multiple of the currency's step, never above 5 %, never below zero", () => {
    fc.assert(
      fc.property(codes, amounts, shares, fc.nat(10_000), (code, amount, basisPoints, minimum) => {
        const fee = feeMinor(code, amount, basisPoints, minimum);
        expect(fee % getStep(code, now)).toBe(0);
        expect(fee).toBeGreaterThanOrEqual(0);
        expect(BigInt(fee) * 10_000n <= BigInt(amount) * BigInt(mostBasisPoints)).toBe(true);
      }),
    );
  });

  test("never falls as the amount, the share or the minimum grows", () => {
    fc.assert(
      fc.property(codes, amounts, shares, fc.nat(10_000), (code, amount, basisPoints, minimum) => {
        const fee = feeMinor(code, amount, basisPoints, minimum);
        expect(feeMinor(code, amount + 100, basisPoints, minimum)).toBeGreaterThanOrEqual(fee);
        expect(feeMinor(code, amount, mostBasisPoints, minimum)).toBeGreaterThanOrEqual(fee);
        expect(feeMinor(code, amount, basisPoints, minimum + 100)).toBeGreaterThanOrEqual(fee);
      }),
    );
  });

  test.each([1, 199, 501, 300.5, -300])("of %d basis points is no rule", (basisPoints) => {
    expect(() => computeFee(money(usd, 100), { basisPoints, minimum: 0 }, now)).toThrow(RangeError);
  });

  test.each([-1, 0.5])("with a minimum of %d is no rule", (minimum) => {
    expect(() => computeFee(money(usd, 100), { basisPoints: 300, minimum }, now)).toThrow(RangeError);
  });
});

test("$19 and 2 % of $10,000 are $219 a month", () => {
  const costs = plans.map((plan) => [plan.id, monthlyCost(plan, money(usd, 1_000_000), now).minor]);
  expect(Object.fromEntries(costs)).toEqual({ subscription_only: 9_900, subscription_and_fee: 21_900 });
});
