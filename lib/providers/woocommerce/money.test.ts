import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toAmount } from "./wordpress.ts";

describe("an amount as WooCommerce writes it", () => {
  test.each([
    ["12.5", "EUR", 1_250],
    ["12", "EUR", 1_200],
    ["12.505", "EUR", 1_251],
    ["-3.20", "EUR", -320],
    ["-0.00", "EUR", 0],
    ["980", "JPY", 980],
    ["980.50", "JPY", 981],
    ["1.234", "KWD", 1_234],
  ])("%s %s is %d of the smallest unit", (text, currency, minor) => {
    expect(toAmount(text, currency)).toEqual({ minor, currency });
  });

  test.each([
    ["", "EUR"],
    ["1,50", "EUR"],
    ["free", "EUR"],
    ["1e3", "EUR"],
    ["1.00", "points"],
    ["9".repeat(20), "EUR"],
  ])("%j %s is no amount", (text, currency) => {
    expect(toAmount(text, currency)).toBeUndefined();
  });

  test("loses no cent", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (cents) => {
        expect(toAmount((cents / 100).toFixed(2), "EUR")?.minor).toBe(cents);
      }),
    );
  });
});
