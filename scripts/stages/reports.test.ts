import { describe, expect, test } from "vitest";
import { tallyPlaywright, tallyVitest } from "./reports.ts";
import { addTallies, withVerdict } from "./tally.ts";

describe("counting test reports", () => {
  test("a Vitest file that cannot be loaded counts as a failure", () => {
    const testResults = [
      { status: "passed", assertionResults: [{}, {}] },
      { status: "failed", assertionResults: [{}] },
      { status: "failed", assertionResults: [] },
    ];
    expect(tallyVitest({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({
      passed: 2,
      failed: 2,
    });
  });

  test("an error of Playwright outside of its tests counts as a failure", () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    expect(tallyPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 2 });
  });

  test("a runner that fails without a failed test still fails the run", () => {
    expect(withVerdict({ passed: 5, failed: 0 }, false)).toEqual({ passed: 5, failed: 1 });
    expect(withVerdict({ passed: 5, failed: 2 }, false)).toEqual({ passed: 5, failed: 2 });
    expect(withVerdict({ passed: 5, failed: 0 }, true)).toEqual({ passed: 5, failed: 0 });
  });

  test("the total is the sum of the stages", () => {
    expect(addTallies([])).toEqual({ passed: 0, failed: 0 });
    expect(
      addTallies([
        { passed: 1, failed: 2 },
        { passed: 3, failed: 0 },
      ]),
    ).toEqual({ passed: 4, failed: 2 });
  });
});
