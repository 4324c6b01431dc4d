import { expect, test } from "vitest";
import { minorDigits } from "./minor-digits.ts";

test.each([
  ["EUR", 2],
  ["eur", 2],
  ["HUF", 2],
  ["IDR", 2],
  ["COP", 2],
  ["JPY", 0],
  ["KWD", 3],
  ["CLF", 4],
])("%s has %i digits below its main unit", (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});
