import { describe, expect, test } from "vitest";
import { periodStart, readPeriod } from "./period.ts";
import { hrefWith, readParam } from "./search-params.ts";
import { shortId } from "./short-id.ts";

describe("readParam", () => {
  test("takes the first of several, trimmed, and treats blank as missing", () => {
    expect(readParam({ q: [" 1042 ", "x"] }, "q")).toBe("1042");
    expect(readParam({ q: "  " }, "q")).toBeUndefined();
    expect(readParam({}, "q")).toBeUndefined();
  });

  test("cuts what is longer than the query may be", () => {
    expect(readParam({ q: "a".repeat(300) }, "q")).toHaveLength(200);
  });
});

test("hrefWith leaves out what is not set, and escapes the rest", () => {
  expect(hrefWith("/events", { q: "a&b=c", type: undefined })).toBe("/events?q=a%26b%3Dc");
  expect(hrefWith("/events", { q: undefined })).toBe("/events");
});

test("a period begins its length before now, and an unknown one is none", () => {
  const nowMs = Date.parse("2026-11-23T12:00:00Z");
  expect(periodStart("1h", nowMs)).toBe("2026-11-23T11:00:00.000Z");
  expect(periodStart("7d", nowMs)).toBe("2026-11-16T12:00:00.000Z");
  expect(readPeriod("24h")).toBe("24h");
  expect(readPeriod("toString")).toBeUndefined();
});

test.each([
  ["evt_0199c0f3a1b27e4d91ab44f0c2d3e4f5", "evt_…c2d3e4f5"],
  ["order-1042-paid", "order-1042-paid"],
  ["ORDER:2026:11:23:000001042", "…00001042"],
])("the short form of %s is %s", (id, short) => {
  expect(shortId(id)).toBe(short);
});
