import { expect, test } from "vitest";
import { roughSpanText, spanText } from "./span-text.ts";

test.each([
  [0, "0 seconds"],
  [0.7, "0.7 seconds"],
  [1.5, "1.5 seconds"],
  [9.96, "10 seconds"],
  [1, "1 second"],
  [45, "45 seconds"],
  [60, "1 minute"],
  [90, "90 seconds"],
  [120, "2 minutes"],
  [150, "2 minutes, 30 seconds"],
  [1_200, "20 minutes"],
  [3_600, "1 hour"],
  [5_400, "1 hour, 30 minutes"],
  [7_200, "2 hours"],
  [86_400, "1 day"],
  [129_600, "1 day, 12 hours"],
  [604_800, "7 days"],
])("%d s is said as %s", (seconds, text) => {
  expect(spanText(seconds)).toBe(text);
});

test.each([
  [1, "1 second"],
  [119, "119 seconds"],
  [120, "2 minutes"],
  [2_105, "about 35 minutes"],
  [7_200, "2 hours"],
  [99_305, "about 28 hours"],
  [345_600, "4 days"],
])("%i s is roughly %s", (seconds, text) => {
  expect(roughSpanText(seconds)).toBe(text);
});
