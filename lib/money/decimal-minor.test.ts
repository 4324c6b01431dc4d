import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalToMinor, minorToDecimal } from "./decimal-minor.ts";

describe("an amount as a decimal of its currency", () => {
  test.each([
    [34_550, "EUR", "345.50"],
    [5, "EUR", "0.05"],
    [-5, "EUR", "-0.05"],
    [0, "EUR", "0.00"],
    [34_550, "JPY", "34550"],
    [-1, "JPY", "-1"],
    [1_234, "KWD", "1.234"],
    [12_345, "CLF", "1.2345"],
  ])("%i %s is %s", (minor, currency, text) => {
    expect(minorToDecimal(minor, currency)).toBe(text);
    expect(decimalToMinor(text, currency)).toBe(minor);
  });

  test("an app that has other digits gets them", () => {
    expect(minorToDecimal(1_200, "HUF", 2)).toBe("12.00");
    expect(minorToDecimal(12, "HUF", 0)).toBe("12");
    expect(decimalToMinor("12.5", "JPY", 2)).toBe(1_250);
  });
});

describe("a decimal in the smallest unit", () => {
  test.each([
    ["12", "EUR", 1_200],
    ["12.5", "EUR", 1_250],
    ["12.3449", "EUR", 1_234],
    ["12.345", "EUR", 1_235],
    ["-12.345", "EUR", -1_235],
    ["-0.001", "EUR", 0],
    ["0.999", "EUR", 100],
    ["99.5", "JPY", 100],
    [" 7.10 ", "EUR", 710],
    ["0007.10", "EUR", 710],
  ])("%s %s is %i", (text, currency, minor) => {
    expect(decimalToMinor(text, currency)).toBe(minor);
  });

  test.each([
    ["", "EUR"],
    ["12,50", "EUR"],
    ["1e3", "EUR"],
    ["12.", "EUR"],
    [".5", "EUR"],
    ["+1", "EUR"],
    ["€ 12", "EUR"],
    ["Infinity", "EUR"],
    ["90071992547409.92", "EUR"],
    ["12", "eur"],
    ["12", "€"],
    ["12", ""],
  ])("%j %j is no amount", (text, currency) => {
    expect(decimalToMinor(text, currency)).toBeUndefined();
  });
});

test("an amount that is written and read again is the same", () => {
  const currency = fc.constantFrom("EUR", "JPY", "KWD", "CLF", "ISK", "HUF", "XYZ");
  fc.assert(
    fc.property(fc.maxSafeInteger(), currency, (minor, code) => {
      expect(decimalToMinor(minorToDecimal(minor, code), code)).toBe(minor);
    }),
  );
});

test("whatever is written, what comes of it can be counted with", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double().map(String)), fc.string({ maxLength: 4 }), (text, code) => {
      const minor = decimalToMinor(text, code);
      expect(minor === undefined || Number.isSafeInteger(minor)).toBe(true);
      expect(Object.is(minor, -0)).toBe(false);
    }),
  );
});
