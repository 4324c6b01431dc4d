import { expect, test } from "vitest";
import { agreedText, zoneText } from "./agreed-text.ts";

const now = new Date("2026-11-27T13:40:00Z");

test("a moment of today is told by the merchant's clock, another one with its day", () => {
  expect(agreedText("2026-11-27T13:32:00Z", "Europe/Berlin", now)).toBe("14:32");
  expect(agreedText("2026-11-26T22:59:00Z", "Europe/Berlin", now)).toBe("26 Nov, 23:59");
  // In Berlin it is today already.
  expect(agreedText("2026-11-26T23:01:00Z", "Europe/Berlin", now)).toBe("00:01");
});

test("the zone is named with its offset", () => {
  expect(zoneText("Europe/Berlin", now)).toBe("Europe/Berlin (GMT+1)");
  expect(zoneText("America/New_York", now)).toBe("America/New York (GMT-5)");
});
