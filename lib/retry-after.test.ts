import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { longestRetryAfterMs, retryAfterMs } from "./retry-after.ts";

const now = new Date("2026-10-02T12:00:00Z");
const day = 24 * 60 * 60_000;

describe("Retry-After says how long to wait", () => {
  test.each([
    ["seconds", "300", 300_000],
    ["seconds with space around them", " 300 ", 300_000],
    ["no seconds", "0", 0],
    ["a date", "Fri, 02 Oct 2026 12:10:00 GMT", 600_000],
    ["a date in the form of RFC 850", "Friday, 02-Oct-26 12:10:00 GMT", 600_000],
    ["a date in asctime form", "Fri Oct  2 12:10:00 2026", 600_000],
    ["a date that has passed", "Fri, 02 Oct 2026 11:00:00 GMT", 0],
    ["more than a day", "86401", day],
    ["more than a number can hold", "9".repeat(400), day],
    ["a far date", "Fri, 02 Oct 2099 12:10:00 GMT", day],
  ])("%s", (_, header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  test.each([
    ["nothing", undefined],
    ["no header", null],
    ["an empty one", ""],
    ["spaces", "   "],
    ["a negative number", "-20"],
    ["a fraction", "1.5"],
    ["a number with a unit", "300s"],
    ["a hexadecimal number", "0x10"],
    ["a word", "soon"],
    ["an ISO time", "2026-10-02T12:10:00Z"],
  ])("%s says nothing", (_, header) => {
    expect(retryAfterMs(header, now)).toBeUndefined();
  });
});

test("whatever stands in the header, nobody waits for less than nothing or more than a day", () => {
  const header = fc.oneof(
    fc.string(),
    fc.bigInt().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  );
  fc.assert(
    fc.property(header, (value) => {
      const ms = retryAfterMs(value, now) ?? 0;
      expect(ms).toBeGreaterThanOrEqual(0);
      expect(ms).toBeLessThanOrEqual(longestRetryAfterMs);
    }),
  );
});

test("a moment within a day is waited for to the second", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 86_400 }), (seconds) => {
      const at = new Date(now.getTime() + seconds * 1_000).toUTCString();
      expect(retryAfterMs(at, now)).toBe(seconds * 1_000);
      expect(retryAfterMs(String(seconds), now)).toBe(seconds * 1_000);
    }),
  );
});
