import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currencies, describeMoney, toMinor, toPayPalMoney } from "./money.ts";

const wholeAtPayPal = ["HUF", "TWD"];

describe("money", () => {
  test("comes back as it went, in every currency", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...currencies),
        fc.integer({ min: 1, max: 99_999_999_999 }),
        (currency, size) => {
          const amount = wholeAtPayPal.includes(currency) ? size * 100 : size;
          const sent = toPayPalMoney(amount, currency);
          expect(sent.value).toMatch(/^(0|[1-9]\d*)(\.\d\d)?$/);
          expect(toMinor(sent)).toEqual({ amount, currency });
        },
      ),
    );
  });

  test.each([
    [5, "EUR", "0.05"],
    [3_150, "EUR", "31.50"],
    [3_150, "JPY", "3150"],
    [315_000, "HUF", "3150"],
  ] as const)("%d of %s is %s", (minor, currency, value) => {
    expect(toPayPalMoney(minor, currency)).toEqual({ currency_code: currency, value });
  });

  test.each([
    ["31.5", "EUR", 3_150],
    ["-31.50", "EUR", -3_150],
    ["0.005", "EUR", 1],
    ["3150", "JPY", 3_150],
    ["3150", "HUF", 315_000],
  ])("%s %s from PayPal is %d", (value, currency_code, amount) => {
    expect(toMinor({ value, currency_code })).toEqual({ amount, currency: currency_code });
  });

  test("is written for people", () => {
    expect(describeMoney({ value: "31.5", currency_code: "EUR" })).toBe("€31.50");
  });
});
