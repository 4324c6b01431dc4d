import { expect, test } from "vitest";
import { automationState } from "./automation-state.ts";
import { stepOptions } from "./detail/step-options.ts";
import { sparkText } from "./spark-text.ts";
import { whenText } from "./when-text.ts";

const none = { reviews: 0, decisions: 0, issues: 0 };
const well = { status: "active", stoppedAt: null, failingSince: null, activity: none } as const;
const since = "2026-11-01T10:00:00.000Z";

test.each([
  [well, "Active"],
  [{ ...well, status: "draft", activity: { ...none, issues: 1 } }, "Draft"],
  [{ ...well, status: "paused", stoppedAt: since, failingSince: since }, "Paused"],
  [{ ...well, status: "disabled", stoppedAt: since }, "Switched off"],
  [{ ...well, failingSince: since, activity: { ...none, reviews: 3 } }, "Failing"],
  [{ ...well, failingSince: since, activity: { ...none, issues: 1 } }, "Needs attention"],
  [{ ...well, activity: { reviews: 1, decisions: 1, issues: 0 } }, "Needs attention"],
  [{ ...well, activity: { ...none, reviews: 1 } }, "Waiting for you"],
] as const)("what will fail goes before what waits: %j is %s", (automation, word) => {
  expect(automationState(automation).word).toBe(word);
});

test("the bars of runs are read out with what failed and what is today's", () => {
  const day = (done: number, failed: number) => ({ day: "2026-11-01", done, failed });
  expect(sparkText([day(0, 0), day(0, 0)])).toBe("No run in 2 days");
  expect(sparkText([day(1, 0), day(0, 0)])).toBe("1 run in 2 days; 0 today");
  expect(sparkText([day(30, 2), day(4, 1)])).toBe("37 runs in 2 days, 3 failed; 5 today");
});

test("a step says what is particular about how it is run, and nothing where nothing is", () => {
  const plain = { mode: "live", limit: null, freshForSeconds: null, mustReach: null } as const;
  expect(stepOptions(plain)).toEqual([]);
  expect(
    stepOptions({
      mode: "live",
      limit: { amount: 5_000, currency: "EUR" },
      freshForSeconds: 1_200,
      mustReach: { withinSeconds: 90, otherwise: null },
    }),
  ).toEqual([
    "Up to €50.00 it is done at once; above that someone has to approve it.",
    "It is skipped once the event is older than 20 minutes.",
    "If it is not done within 90 seconds, you get an email, and the overview says so.",
  ]);
});

test("an event type that has no words of its own is told by its title", () => {
  expect(whenText("order.paid")).toBe("an order is paid");
  expect(whenText("webhook.failed")).toMatch(/^“.+” happens$/);
  expect(whenText("constructor")).toBe("“constructor” happens");
});
