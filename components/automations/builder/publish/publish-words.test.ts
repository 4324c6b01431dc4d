import { describe, expect, test } from "vitest";
import { dryRunWords } from "./dry-run-words.ts";

describe("a dry run in words", () => {
  const totals = { events: 40, same: 24, changed: 14, failing: 2, lost: 0, newlyRun: 0 };

  test("says how many would change, fail and be lost, and warns of the last two", () => {
    const said = dryRunWords({ totals, isWhole: true, liveVersion: 3 });
    expect(said.tone).toBe("warning");
    expect(said.lines.join(" ")).toContain("14 would change, 2 would fail, 0 would be lost");
    const well = { ...totals, failing: 0, same: 26 };
    expect(dryRunWords({ totals: well, isWhole: true, liveVersion: 3 }).tone).toBe("success");
  });

  test("of a first version it says how many would run", () => {
    const first = { ...totals, same: 5, changed: 0, failing: 1, newlyRun: 34 };
    const said = dryRunWords({ totals: first, isWhole: true, liveVersion: null });
    expect(said.lines).toEqual(["34 would run, 1 would fail, 5 would be left out."]);
  });

  test("it says so where there was nothing to try it on, and where there was no time for all", () => {
    const none = { events: 0, same: 0, changed: 0, failing: 0, lost: 0, newlyRun: 0 };
    expect(dryRunWords({ totals: none, isWhole: true, liveVersion: 1 }).tone).toBe("info");
    const cut = dryRunWords({ totals, isWhole: false, liveVersion: 1 });
    expect(cut.lines.at(-1)).toContain("no time to try the others");
    const one = dryRunWords({ totals: { ...totals, same: 1 }, isWhole: true, liveVersion: 1 });
    expect(one.lines[0]).toContain("1 stays as it is");
  });
});
