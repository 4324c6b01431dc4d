import { describe, expect, test } from "vitest";
import { successRateText, successRateTone } from "./figures.ts";

describe("the success rate", () => {
  test.each([
    [0, 0, null, "neutral"],
    [3, 3, "100%", "neutral"],
    [9_999, 10_000, "99.9%", "warning"],
    [2, 3, "66.6%", "danger"],
    [0, 5, "0%", "danger"],
  ])("of %i in %i is %j", (succeeded, attempts, text, tone) => {
    expect([successRateText({ succeeded, attempts }), successRateTone({ succeeded, attempts })]).toEqual([
      text,
      tone,
    ]);
  });
});
