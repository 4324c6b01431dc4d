import { expect, test } from "vitest";
import { computeSunset, listSunsets } from "./sunsets.ts";

const now = new Date("2026-11-23T22:30:00Z");
const ending = (endsOn: string | null) =>
  computeSunset({ version: "1", source: "https://example.com", endsOn }, now);

test.each([
  [null, null, "fine"],
  ["2027-02-22", 91, "fine"],
  ["2027-02-21", 90, "soon"],
  ["2026-11-23", 0, "soon"],
  ["2026-11-22", -1, "over"],
] as const)("a version that ends on %s has %s days left: %s", (endsOn, daysLeft, state) => {
  expect(ending(endsOn)).toMatchObject({ daysLeft, state });
});

test("what ends first comes first", () => {
  const days = listSunsets(now).map(({ daysLeft }) => daysLeft ?? Infinity);
  expect(days).toEqual(days.toSorted((a, b) => a - b));
});
