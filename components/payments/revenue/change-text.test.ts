import { expect, test } from "vitest";
import { changeText } from "./change-text.ts";

test.each([
  [110, 100, "10% more"],
  [90, 100, "10% less"],
  [-110, -100, "10% more"],
  [100, 100, "as before"],
  [1, 0, "none before"],
  [0, 100, "100% less"],
  [0, 0, ""],
  [-5, 100, ""],
  [100_000, 1, "over 999% more"],
  [null, 100, ""],
])("%s after %s is told as %j", (now, before, text) => {
  expect(changeText(now, before)).toBe(text);
});
