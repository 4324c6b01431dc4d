import { expect, test } from "vitest";
import { readStakes } from "./stakes.ts";

const asked = { amount: 5_000, currency: "USD" };

test("what was taken and what it cost are told apart, and in the currency in which they were booked", () => {
  expect(readStakes({ ...asked, booked: [{ currency: "EUR", disputed: -4_600, fees: -2_000 }] })).toEqual({
    taken: [{ minor: 4_600, currency: "EUR" }],
    fees: [{ minor: 2_000, currency: "EUR" }],
    atRisk: { minor: 5_000, currency: "USD" },
  });
});

test("an inquiry has taken nothing yet, and is about what the bank asks for", () => {
  expect(readStakes({ ...asked, booked: [] })).toEqual({
    taken: [],
    fees: [],
    atRisk: { minor: 5_000, currency: "USD" },
  });
});

test("what came back is no longer taken", () => {
  expect(readStakes({ ...asked, booked: [{ currency: "EUR", disputed: 0, fees: 0 }] }).taken).toEqual([]);
});
