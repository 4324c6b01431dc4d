import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deadlineText, durationText, exactText, relativeText } from "./time-text.ts";

const NOW_MS = Date.UTC(2026, 10, 23, 16, 0, 0);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

describe("durationText", () => {
  test.each([
    [0, "0 ms"],
    [0.4, "<1 ms"],
    [184.4, "184 ms"],
    [999.6, "1 s"],
    [1_240, "1.24 s"],
    [9_999, "10 s"],
    [12_300, "12.3 s"],
    [59_960, "1 min"],
    [125_000, "2 min 5 s"],
    [3_599_600, "1 h"],
    [99_300_000, "27 h 35 min"],
    [3 * DAY_MS, "3 d"],
  ])("says %d ms as %s", (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });

  test("never carries a unit to its limit, such as 60 s", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10 * DAY_MS, noNaN: true }), (ms) => {
        expect(durationText(ms)).not.toMatch(/\b(60 s|60 min|1000 ms|24 h$)/);
      }),
    );
  });
});

describe("relativeText", () => {
  test.each([
    [0, "just now"],
    [-12_000, "12 s ago"],
    [12_000, "in 12 s"],
    [-59_999, "59 s ago"],
    [-5 * MINUTE_MS, "5 min ago"],
    [-23 * HOUR_MS, "23 h ago"],
    [2 * DAY_MS, "in 2 d"],
  ])("says %d ms from now as %s", (offsetMs, text) => {
    expect(relativeText(NOW_MS + offsetMs, NOW_MS, "UTC")).toBe(text);
  });

  test("gives the date in the merchant's zone when long past", () => {
    const lateEveningMs = Date.UTC(2026, 5, 30, 22, 30);
    expect(relativeText(lateEveningMs, NOW_MS, "UTC")).toBe("30 Jun 2026");
    expect(relativeText(lateEveningMs, NOW_MS, "Europe/Sofia")).toBe("1 Jul 2026");
  });
});

describe("exactText", () => {
  test("names day, second and zone", () => {
    const text = exactText(NOW_MS, "Europe/Sofia");
    expect(text).toContain("Monday");
    expect(text).toContain("23 November 2026");
    expect(text).toContain("18:00:00");
  });
});

test("a deadline is told in the merchant's time, to the minute", () => {
  expect(deadlineText(Date.parse("2026-12-10T23:05:00Z"), "Europe/Berlin")).toBe("11 December 2026 at 00:05");
});
