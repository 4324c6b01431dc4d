import { expect, test } from "vitest";
import { outcomeWords } from "./outcome-words.ts";

test("a step that would not be reached never says that it would be done", () => {
  expect(outcomeWords({ outcome: "sent", isReached: false }).word).toBe("Would not be reached");
  expect(outcomeWords({ outcome: "sent", isReached: true }).word).toBe("Would be done");
  expect(outcomeWords({ outcome: "review", isReached: true }).word).toBe("Would wait for approval");
});
