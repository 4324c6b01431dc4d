import { expect, test } from "vitest";
import { effectCounts, plannedRuns } from "./effect-words.ts";
import { readMode } from "./replay-modes.ts";

test("what may be done twice stands first", () => {
  const none = { reuses: 0, runs: 0, mayRepeat: 0, finds: 0, skips: 0 };
  expect(effectCounts({ ...none, runs: 12, reuses: 3, mayRepeat: 1 })).toBe(
    "1 may be done twice, 12 to be done, 3 kept",
  );
  expect(effectCounts(none)).toBe("nothing");
});

test("a plan says how many runs it is about, and which it leaves out", () => {
  expect(plannedRuns({ runs: 1, hasMore: false, withoutData: 0 })).toBe("1 failed run.");
  expect(plannedRuns({ runs: 500, hasMore: true, withoutData: 2 })).toBe(
    "500 failed runs. There are more: these are the newest. 2 more are too old: the data of their events is not kept any more.",
  );
});

test("an address that asks for no mode gets the one that repeats nothing", () => {
  for (const param of [undefined, "", "constructor", "from start"])
    expect(readMode(param)).toBe("same-version");
  expect(readMode("from-start")).toBe("from-start");
});
