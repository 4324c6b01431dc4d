import { expect, test } from "vitest";
import { inputText } from "./input-text.ts";
import { outcomeWords } from "./outcome-words.ts";

test("a step that would not be reached never says that it would be done", () => {
  expect(outcomeWords({ outcome: "sent", isReached: false }).word).toBe("Would not be reached");
  expect(outcomeWords({ outcome: "sent", isReached: true }).word).toBe("Would be done");
  expect(outcomeWords({ outcome: "review", isReached: true }).word).toBe("Would wait for your yes");
});

test.each([
  ["Order 1042", "Order 1042"],
  [true, "yes"],
  [null, "nothing"],
  [["a", 2, false], "a, 2, no"],
  [[{ sku: "A" }], '[\n  {\n    "sku": "A"\n  }\n]'],
])("%j is read as %j", (value, text) => {
  expect(inputText(value)).toBe(text);
});
