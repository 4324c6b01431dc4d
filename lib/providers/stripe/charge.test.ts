import { describe, expect, test } from "vitest";
import { render } from "#lib/words/render.ts";
import { amountProblem, formatMoney } from "./charge.ts";

describe("money", () => {
  test.each([
    [3_150, "eur", "€31.50"],
    [500, "JPY", "¥500"],
    [5_120, "kwd", "KWD 5.120"],
    [500, "isk", "ISK 5"],
    [1_200, "ugx", "UGX 12"],
    [1_045, "huf", "HUF 10.45"],
    [-250, "usd", "-$2.50"],
  ])("of %i %s reads %s, as Stripe counts", (amount, currency, text) => {
    expect(formatMoney(amount, currency).replaceAll("\u00a0", " ")).toBe(text);
  });

  test.each([
    [5_123, "KWD"],
    [550, "ISK"],
    [101, "ugx"],
  ])("an amount of %i %s, which Stripe cannot charge, is explained", (amount, currency) => {
    const problem = amountProblem(amount, currency);
    expect(problem && render(problem)).toMatch(/^Stripe takes .*: \d+ for [\d.]+ [A-Z]{3}\.$/);
  });

  test.each([
    [5_120, "kwd"],
    [500, "ISK"],
    [1, "jpy"],
    [3_151, "eur"],
  ])("an amount of %i %s is fine", (amount, currency) => {
    expect(amountProblem(amount, currency)).toBeNull();
  });
});
