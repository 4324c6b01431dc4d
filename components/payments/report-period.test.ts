import { expect, test } from "vitest";
import { countDays, dayIn, daysText, getPeriodDays } from "./report-period.ts";

/** In Berlin it is the first of March already. */
const now = new Date("2026-02-28T23:30:00Z");

test.each([
  ["7d", "Europe/Berlin", { from: "2026-02-23" }],
  ["7d", "UTC", { from: "2026-02-22" }],
  ["30d", "Europe/Berlin", { from: "2026-01-31" }],
  ["90d", "Europe/Berlin", { from: "2025-12-02" }],
  ["month", "Europe/Berlin", { from: "2026-03-01" }],
  ["month", "UTC", { from: "2026-02-01" }],
  ["last-month", "Europe/Berlin", { from: "2026-02-01", to: "2026-02-28" }],
  ["last-month", "UTC", { from: "2026-01-01", to: "2026-01-31" }],
] as const)("%s in %s begins on the merchant's day", (period, zone, days) => {
  expect(getPeriodDays(period, zone, now)).toEqual(days);
});

test("a day is that of the zone, on both sides of the date line", () => {
  expect([dayIn("Pacific/Auckland", now), dayIn("America/New_York", now)]).toEqual([
    "2026-03-01",
    "2026-02-28",
  ]);
});

test("a period over a change of the clock has as many days as the calendar", () => {
  expect(countDays("2026-10-20", "2026-10-30")).toBe(11);
});

test("one day is told as one", () => {
  expect(daysText("2026-10-02", "2026-10-02")).toBe("2 Oct 2026");
});
