import fc from "fast-check";
import { expect, test } from "vitest";
import { toDecimal } from "./money.ts";

test.each([
  [128_000, "EUR", "1280.00"],
  [5, "EUR", "0.05"],
  [0, "EUR", "0.00"],
  [3_750, "JPY", "3750"],
  [1_234, "BHD", "1.234"],
])("%i %s is %s", (minor, currency, decimal) => {
  expect(toDecimal(minor, currency)).toBe(decimal);
});

test("no amount loses or gains a cent", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (minor) => {
      expect(Number(toDecimal(minor, "EUR").replace(".", ""))).toBe(minor);
      expect(toDecimal(minor, "EUR")).toMatch(/^\d+\.\d\d$/);
    }),
  );
});
