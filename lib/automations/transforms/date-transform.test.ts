import { describe, expect, test } from "vitest";
import { problem, work } from "#lib/automations/testing/transform-context.ts";
import type { Transform } from "./transform-schema.ts";

const version = 1;

describe("a moment in the merchant's zone", () => {
  const as = (
    form: "iso_date" | "iso_date_time" | "time" | "date" | "weekday",
    zone?: string,
  ): Transform => ({
    transform: "date",
    version,
    form,
    zone,
  });
  test.each([
    // Clocks go back in Berlin at 01:00 UTC: 02:30 is twice.
    ["2026-10-25T00:30:00Z", "Europe/Berlin", "2026-10-25T02:30:00+02:00"],
    ["2026-10-25T01:30:00Z", "Europe/Berlin", "2026-10-25T02:30:00+01:00"],
    // They go forward at 01:00 UTC: 02:30 is not there.
    ["2026-03-29T00:59:59Z", "Europe/Berlin", "2026-03-29T01:59:59+01:00"],
    ["2026-03-29T01:00:00Z", "Europe/Berlin", "2026-03-29T03:00:00+02:00"],
    ["2026-11-01T05:30:00Z", "America/New_York", "2026-11-01T01:30:00-04:00"],
    ["2026-11-01T06:30:00Z", "America/New_York", "2026-11-01T01:30:00-05:00"],
    ["2026-01-01T00:00:00Z", "Asia/Kathmandu", "2026-01-01T05:45:00+05:45"],
    ["2026-01-01T00:00:00.9+01:00", "UTC", "2025-12-31T23:00:00Z"],
  ])("%s in %s is %s", (moment, timeZone, local) => {
    expect(work(moment, as("iso_date_time"), { timeZone })).toBe(local);
    expect(work(moment, as("iso_date"), { timeZone })).toBe(local.slice(0, 10));
  });

  test("an offset with seconds, which RFC 3339 cannot write, gives way to UTC", () => {
    // Monrovia was 44 minutes and 30 seconds behind.
    const there = { timeZone: "Africa/Monrovia" };
    expect(work("1971-01-01T00:00:00Z", as("iso_date_time"), there)).toBe("1971-01-01T00:00:00Z");
    expect(work("1971-01-01T00:00:00Z", as("iso_date"), there)).toBe("1970-12-31");
  });

  test("the last hours of the year 9999 are written in UTC where they are of the year 10000", () => {
    const there = { timeZone: "Asia/Tokyo" };
    expect(work("9999-12-31T23:59:59Z", as("iso_date"), there)).toBe("9999-12-31");
    expect(work("9999-12-31T23:59:59Z", as("iso_date_time"), there)).toBe("9999-12-31T23:59:59Z");
  });

  test("midnight is no 24 o'clock, and the last day of a year belongs to it", () => {
    expect(work("2026-12-31T23:00:00Z", as("iso_date_time"), { timeZone: "Europe/Berlin" })).toBe(
      "2027-01-01T00:00:00+01:00",
    );
    // Samoa skipped 30 December 2011.
    expect(work("2011-12-30T10:00:00Z", as("iso_date"), { timeZone: "Pacific/Apia" })).toBe("2011-12-31");
  });

  test("is written in their language", () => {
    const moment = "2026-10-02T18:44:10Z";
    expect(work(moment, as("time"), { timeZone: "Europe/Berlin" })).toBe("20:44");
    expect(work(moment, as("date"), { locale: "de" })).toBe("2. Oktober 2026");
    expect(work(moment, as("weekday"))).toBe("Friday");
  });

  test("a zone or a language that is none is UTC and English", () => {
    expect(work("2026-10-02T18:44:10Z", as("time"), { timeZone: "No/Where", locale: "no locale" })).toBe(
      "18:44",
    );
    expect(work("2026-10-02T18:44:10Z", as("time", "Asia/Tokyo"))).toBe("03:44");
  });

  test.each(["yesterday", "2026-10-02", "2026-02-30T00:00:00Z", "2026-10-02T24:00:00Z", "x".repeat(100_000)])(
    "%j is no moment",
    (text) => {
      expect(work(text, as("iso_date"))).toEqual(problem("mapping_not_a_moment"));
    },
  );
});
