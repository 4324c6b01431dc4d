import { expect, test } from "vitest";
import { sunsetWords } from "./sunset-words.ts";

test.each([
  [{ endsOn: null, daysLeft: null, state: "fine" }, "success", "Supported", "No end announced"],
  [{ endsOn: "2027-10-01", daysLeft: 312, state: "fine" }, "success", "Supported", "1 October 2027"],
  [{ endsOn: "2027-01-01", daysLeft: 39, state: "soon" }, "warning", "39 days left", "1 January 2027"],
  [{ endsOn: "2026-11-24", daysLeft: 1, state: "soon" }, "warning", "1 day left", "24 November 2026"],
  [
    { endsOn: "2026-11-01", daysLeft: -22, state: "over" },
    "danger",
    "No longer supported",
    "1 November 2026",
  ],
] as const)("%j is told as %s: %s, %s", (sunset, tone, word, until) => {
  expect(sunsetWords(sunset)).toEqual({ tone, word, until });
});
