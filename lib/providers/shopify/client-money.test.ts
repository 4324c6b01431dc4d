import fc from "fast-check";
import { expect, test } from "vitest";
import { minorToDecimal } from "#lib/money/decimal-minor.ts";
import { toMinor } from "./client.ts";

test.each([
  ["12.5", "EUR", 1_250],
  ["12.50", "EUR", 1_250],
  ["0.005", "EUR", 1],
  ["-3.10", "EUR", -310],
  ["1250", "JPY", 1_250],
  ["1250.5", "JPY", 1_251],
  ["-0.00", "EUR", 0],
])("%s %s is %i of the smallest unit", (amount, currencyCode, minor) => {
  expect(toMinor({ amount, currencyCode })).toBe(minor);
});

test.each([
  ["", "EUR"],
  ["12,50", "EUR"],
  ["1e5", "EUR"],
  ["12.50", "euro"],
])("%j %s is no amount, and no price is made up", (amount, currencyCode) => {
  expect(toMinor({ amount, currencyCode })).toBeUndefined();
});

test("an amount comes back as it went, whatever the currency", () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom("EUR", "JPY", "TND"), (minor, currencyCode) => {
      expect(toMinor({ amount: minorToDecimal(minor, currencyCode), currencyCode })).toBe(minor);
    }),
  );
});
