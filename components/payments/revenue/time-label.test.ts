import { expect, test } from "vitest";
import { timeLabel, usualUnit } from "./time-label.ts";

test.each([
  ["day", "2026-10-02", "Fri, 2 Oct 2026", "2 Oct"],
  ["week", "2026-09-28", "Week of 28 Sept 2026", "28 Sept"],
  ["month", "2026-10", "October 2026", "Oct"],
  ["hour", "2026-10-02T14:00", "2 Oct, 14:00", "14:00"],
] as const)("a %s %s is %s, and %s below the axis", (unit, key, label, shortLabel) => {
  expect(timeLabel(unit, key)).toEqual({ label, shortLabel });
});

test.each([
  [1, "hour"],
  [30, "day"],
  [90, "week"],
  [365, "month"],
] as const)("%i days are shown by the %s", (days, unit) => {
  expect(usualUnit(days)).toBe(unit);
});
