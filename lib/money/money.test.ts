import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { getDigits, getPayoutStep, getStep } from "./currency-rules.ts";
import { decimalText } from "./decimal-text.ts";
import { add, compare, money, negate, readMoney, subtract, sum, toCurrency, withCurrency } from "./money.ts";
import { allocate, computeShare, type Rounding } from "./rounding.ts";

const eur = toCurrency("EUR");
const usd = toCurrency("USD");
const now = new Date("2026-11-27T12:00:00Z");
const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const codes = fc.constantFrom("EUR", "USD", "JPY", "ISK", "UGX", "KWD", "HUF");

describe("money of two currencies", () => {
  test("has no sum: neither by its types nor where these are got round", () => {
    // @ts-expect-error two currencies
    expect(() => add(money(eur, 1), money(usd, 1))).toThrow(RangeError);
    // @ts-expect-error two currencies
    expect(() => subtract(money(eur, 1), money(usd, 1))).toThrow(RangeError);
    // @ts-expect-error two currencies
    expect(() => compare(money(eur, 1), money(usd, 1))).toThrow(RangeError);
    // @ts-expect-error two currencies
    expect(() => sum(eur, [money(usd, 1)])).toThrow(RangeError);
  });

  test("is not made by a currency whose code nobody knew as the program was written", () => {
    const code: string = "EUR";
    const either: "EUR" | "USD" = Math.random() > 2 ? "EUR" : "USD";
    // @ts-expect-error any code
    toCurrency(code);
    // @ts-expect-error one of two codes
    toCurrency(either);
    withCurrency(code, (one) =>
      withCurrency("USD", (other) => {
        // @ts-expect-error they may be the same, and may not
        expect(() => add(money(one, 1), money(other, 1))).toThrow(RangeError);
      }),
    );
  });

  test("is not read from a row of another", () => {
    expect(() => readMoney(eur, { amount: 1, currency: "usd" })).toThrow(RangeError);
    expect(readMoney(eur, { amount: 1, currency: "eur" })).toEqual(money(eur, 1));
  });
});

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("%d is no amount", (minor) => {
  expect(() => money(eur, minor)).toThrow(RangeError);
});

test.each(["", "eu", "EURO", "E1R", "__proto__"])("%j is no currency", (code) => {
  expect(() => withCurrency(code, () => null)).toThrow(RangeError);
});

test("sums do not depend on the order, and what is taken away comes back", () => {
  fc.assert(
    fc.property(fc.array(amounts, { maxLength: 30 }), (minors) => {
      const list = minors.map((minor) => money(eur, minor));
      expect(sum(eur, list)).toEqual(sum(eur, [...list].reverse()));
      expect(sum(eur, [...list, ...list.map(negate)])).toEqual(money(eur, 0));
    }),
  );
});

describe("a currency's step", () => {
  test.each([
    ["JPY", 0, 1],
    ["EUR", 2, 1],
    ["ISK", 2, 100],
    ["UGX", 2, 100],
    ["KWD", 3, 10],
  ] as const)("of %s: %i digits, multiples of %i", (code, digits, step) => {
    expect([getDigits(code), getStep(code, now)]).toEqual([digits, step]);
  });

  test("of ISK was one until 14 April 2023", () => {
    expect(getStep("ISK", new Date("2023-04-13T23:59:59Z"))).toBe(1);
    expect(getStep("ISK", new Date("2023-04-14T00:00:00Z"))).toBe(100);
  });

  test("of forints is a whole one for payouts only", () => {
    expect([getStep("HUF", now), getPayoutStep("HUF", now), getPayoutStep("EUR", now)]).toEqual([1, 100, 1]);
  });
});

describe("a share", () => {
  test("of $50.00 at 4 % is $2.00", () => {
    expect(computeShare(money(usd, 5_000), { basisPoints: 400, at: now, rounding: "half_up" })).toEqual(
      money(usd, 200),
    );
  });

  test("is within a step of the exact one, on the side that its rounding names, and a multiple of the step", () => {
    const input = [codes, fc.nat(9e12), fc.integer({ min: 0, max: 10_000 })] as const;
    fc.assert(
      fc.property(
        ...input,
        fc.constantFrom<Rounding>("down", "half_up"),
        (code, minor, basisPoints, rounding) =>
          withCurrency(code, (currency) => {
            const share = computeShare(money(currency, minor), { basisPoints, at: now, rounding });
            const step = getStep(code, now);
            const lost = BigInt(minor) * BigInt(basisPoints) - BigInt(share.minor) * 10_000n;
            const unit = 10_000n * BigInt(step);
            expect(share.minor % step).toBe(0);
            if (rounding === "down") expect(lost >= 0n && lost < unit).toBe(true);
            else expect(lost * 2n < unit && lost * 2n >= -unit).toBe(true);
          }),
      ),
    );
  });
});

describe("parts of an amount", () => {
  test("add up to it, each within a step of its exact part, whatever the weights", () => {
    const weights = fc
      .array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 })
      .filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(codes, amounts, weights, (code, minor, list) =>
        withCurrency(code, (currency) => {
          const whole = money(currency, minor);
          const parts = allocate(whole, { weights: list, at: now });
          expect(sum(currency, parts)).toEqual(whole);
          const total = list.reduce((one, other) => one + other, 0);
          const step = getStep(code, now);
          parts.forEach((part, place) => {
            const exact = (minor * (list[place] ?? 0)) / total;
            expect(Math.abs(part.minor - exact)).toBeLessThan(2 * step + 1);
          });
        }),
      ),
    );
  });

  test("of 334.99 in three are 111.67, 111.66, 111.66", () => {
    const parts = allocate(money(eur, 33_499), { weights: [1, 1, 1], at: now });
    expect(parts.map(decimalText)).toEqual(["111.67", "111.66", "111.66"]);
  });
});

test.each([
  [3_150, "EUR", "31.50"],
  [-5, "EUR", "-0.05"],
  [500, "JPY", "500"],
  [5_120, "KWD", "5.120"],
  [500, "ISK", "5"],
  [550, "ISK", "5.50"],
  [0, "USD", "0.00"],
])("%i %s reads %s", (minor, code, text) => {
  expect(withCurrency(code, (currency) => decimalText(money(currency, minor)))).toBe(text);
});
