import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { instant } from "./instant-schema.ts";

test.each([
  "1970-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  "2026-10-02T18:44:10.123456789Z",
  "2026-10-02T18:44:10+05:45",
  "2026-10-02T18:44:10-00:00",
  "2024-02-29T00:00:00+14:00",
  "1969-12-31T23:00:00-01:00",
])("%s is a moment", (text) => {
  expect(instant.parse(text)).toBe(text);
});

const form = "must be a time with its zone, such as 2026-10-02T18:44:10Z";
const range = "must lie in the years 1970 to 9999";

test.each([
  ["0000-01-01T00:00:00Z", range],
  ["0001-01-01T00:00:00Z", range],
  ["1970-01-01T00:00:00+00:01", range],
  ["9999-12-31T23:59:59-00:01", range],
  ["+010000-01-01T00:00:00Z", form],
  ["-000001-01-01T00:00:00Z", form],
  ["2026-10-02T18:44:10", form],
  ["2026-10-02", form],
  ["2026-10-02T18:44Z", form],
  ["2026-10-02 18:44:10Z", form],
  ["2026-02-29T00:00:00Z", form],
  ["2026-10-02T24:00:00Z", form],
  ["2016-12-31T23:59:60Z", form],
  ["2026-10-02T18:44:10+24:00", form],
  ["2026-10-02T18:44:10+0200", form],
  ["infinity", form],
  ["now", form],
  ["", form],
])("%s is refused, once", (text, message) => {
  expect(instant.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test("a long text is refused by its length", () => {
  const text = `2026-10-02T18:44:10.${"1".repeat(100_000)}Z`;
  const messages = instant.safeParse(text).error?.issues.map((issue) => issue.message);
  expect(messages).toEqual(["must be at most 40 characters long"]);
});

test("whatever is taken has a date that stands in four digits", () => {
  const offset = fc.integer({ min: -1_439, max: 1_439 }).map((minutes) => {
    const digits = (value: number) => String(value).padStart(2, "0");
    const total = Math.abs(minutes);
    return `${minutes < 0 ? "-" : "+"}${digits(Math.floor(total / 60))}:${digits(total % 60)}`;
  });
  const date = fc.date({
    min: new Date("0000-01-01"),
    max: new Date("9999-12-31T23:59:59Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(date, offset, (at, zone) => {
      const text = at.toISOString().replace("Z", zone);
      if (instant.safeParse(text).success)
        expect(new Date(text).toISOString()).toMatch(/^(19[789]|[2-9]\d\d)\d-/);
    }),
  );
});

test("in documents it is a date-time", () => {
  expect(z.toJSONSchema(instant)).toMatchObject({ type: "string", format: "date-time", maxLength: 40 });
});
