import { describe, expect, test } from "vitest";
import { plans } from "#lib/fees/plans.ts";
import { readFeePolicyForm, scaled, unscaled } from "./fee-policy-form-fields.ts";
import { planTitle } from "./plan-words.ts";
import { differenceText, monthPeriods, standingSentences } from "./revenue-words.ts";

test.each([
  ["3", 2, 300],
  ["3.25", 2, 325],
  ["0,30", 2, 30],
  ["3.10", 1, 31],
  ["500", 0, 500],
  ["0.3", 3, 300],
  ["3.255", 2, null],
  ["-3", 2, null],
  ["", 2, null],
  ["1e3", 2, null],
  ["12 %", 2, null],
])("%j with %i digits is %j: nothing is rounded", (text, digits, value) => {
  expect(scaled(text, digits)).toBe(value);
});

test.each([
  [300, 2, "3"],
  [325, 2, "3.25"],
  [30, 2, "0.3"],
  [500, 0, "500"],
  [0, 2, "0"],
])("%i with %i digits stands in a box as %s, and is read as it was", (value, digits, text) => {
  expect(unscaled(value, digits)).toBe(text);
  expect(scaled(text, digits)).toBe(value);
});

describe("the form of a fee policy", () => {
  const read = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return readFeePolicyForm(form);
  };

  test("is read in the currency's own digits, from midnight UTC", () => {
    const fields = {
      merchantId: "mer_1",
      share: "2.5",
      currency: "JPY",
      minimum: "30",
      validFrom: "2041-03-01",
    };
    expect(read(fields)).toEqual({
      merchantId: "mer_1",
      currency: "JPY",
      basisPoints: 250,
      minimum: 30,
      validFrom: "2041-03-01T00:00:00Z",
    });
    expect(read({ ...fields, currency: "EUR", minimum: "0.30" })).toMatchObject({ minimum: 30 });
  });

  test("left empty is from now on, without a minimum, for every currency", () => {
    const read1 = read({ merchantId: "mer_1", share: "3", currency: "", minimum: "", validFrom: "" });
    expect(read1).toEqual({ merchantId: "mer_1", currency: null, basisPoints: 300, minimum: 0 });
  });
});

test("plans are told with what they cost, and standings with their bounds", () => {
  expect(plans.map(planTitle)).toEqual([
    "Subscription only: $99.00 a month",
    "Subscription and fee: $19.00 a month and 2%",
  ]);
  expect(standingSentences().at_risk).toContain("fell to 50% or less");
  expect(standingSentences().at_risk).toContain("more than 0.75%");
});

test("a difference says in whose favour it is", () => {
  const text = (minor: number) => differenceText(minor, { currency: "EUR" }, "en");
  expect([text(1_250), text(-300), text(-0)]).toEqual(["+€12.50", "-€3.00", "€0.00"]);
});

test("the month that is not over is a part of a period", () => {
  const month = {
    volume: 0,
    refunded: 0,
    feesEarned: 0,
    feesReturned: 0,
    lost: 0,
    takeRate: null,
    payments: 0,
    disputes: 0,
    merchants: 0,
  };
  const periods = monthPeriods([{ month: "2041-03", isPart: true, ...month }], "en");
  expect(periods).toEqual([{ key: "2041-03", label: "March 2041", shortLabel: "Mar", isPart: true }]);
});
