import { describe, expect, test } from "vitest";
import { problem, work } from "#lib/automations/testing/transform-context.ts";
import type { Transform } from "./transform-schema.ts";

const version = 1;
const inCurrency = (currency: string, as: "decimal" | "number" | "shown"): Transform => ({
  transform: "money",
  version,
  currency: { from: "fixed", currency },
  as,
});

describe("money", () => {
  test.each<[number, string, string, number]>([
    [1_250, "EUR", "12.50", 12.5],
    [5, "EUR", "0.05", 0.05],
    [0, "EUR", "0.00", 0],
    [-5, "USD", "-0.05", -0.05],
    [1_250, "JPY", "1250", 1_250],
    [1_250, "KWD", "1.250", 1.25],
    [1, "BHD", "0.001", 0.001],
    [1_250, "ISK", "1250", 1_250],
    [1_250, "UGX", "1250", 1_250],
    [12_500, "CLF", "1.2500", 1.25],
    // As floats, 90071992547409.91 has lost its last digit.
    [9_007_199_254_740_991, "EUR", "90071992547409.91", 90_071_992_547_409.91],
    [900_719_925_474_099, "KWD", "900719925474.099", 900_719_925_474.099],
  ])("%i minor units of %s are %s", (amount, currency, decimal, number) => {
    expect(work(amount, inCurrency(currency, "decimal"))).toBe(decimal);
    expect(work(amount, inCurrency(currency, "number"))).toBe(number);
  });

  test.each<[number, string, string, string]>([
    [3_150, "EUR", "en", "€31.50"],
    [3_150, "EUR", "de", "31,50\u00a0€"],
    [3_150, "JPY", "en", "JP¥3,150"],
    [9_007_199_254_740_991, "EUR", "en", "€90,071,992,547,409.91"],
  ])("%i of %s is shown in %s", (amount, currency, locale, shown) => {
    const text = String(work(amount, inCurrency(currency, "shown"), { locale }));
    expect(text.replace("JP¥", "¥")).toBe(shown.replace("JP¥", "¥"));
  });

  test("an amount with its currency needs no other", () => {
    const own: Transform = { transform: "money", version, currency: { from: "value" }, as: "decimal" };
    expect(work({ amount: 3_750, currency: "jpy" }, own)).toBe("3750");
    expect(work({ amount: 3_750 }, own)).toEqual(problem("mapping_no_currency"));
    expect(work(3_750, own)).toMatchObject(problem("mapping_wrong_type"));
  });

  test("without a currency there is no amount, and a part of a cent is none", () => {
    const lost: Transform = {
      transform: "money",
      version,
      currency: { from: "line", path: ["x"] },
      as: "decimal",
    };
    expect(work(100, lost)).toEqual(problem("mapping_no_currency"));
    expect(work(12.5, inCurrency("EUR", "decimal"))).toEqual(problem("mapping_not_exact"));
    expect(work(2 ** 53, inCurrency("EUR", "decimal"))).toEqual(problem("mapping_not_exact"));
  });
});
