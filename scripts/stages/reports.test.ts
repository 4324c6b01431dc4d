import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { projectRoot } from "#scripts/settings.ts";
import { failureLines } from "./failures.ts";
import { tallyPlaywright, tallyVitest } from "./reports.ts";
import { addTallies, failedTally, passedTally, withVerdict } from "./tally.ts";

const passedTest = { status: "passed", fullName: "a guarantee", failureMessages: [] };

describe("test reports", () => {
  test("a Vitest test that failed is named with its file; a file that cannot be loaded counts as a failure", () => {
    const file = (name: string) => join(projectRoot, "lib", name);
    const failed = {
      status: "failed",
      fullName: "a group a guarantee",
      failureMessages: ["Error: 1 is not 2"],
    };
    const testResults = [
      {
        name: file("one.test.ts"),
        status: "passed",
        message: "",
        assertionResults: [passedTest, passedTest],
      },
      { name: file("two.test.ts"), status: "failed", message: "", assertionResults: [failed, passedTest] },
      { name: file("three.test.ts"), status: "failed", message: "No such module", assertionResults: [] },
    ];
    expect(tallyVitest({ numPassedTests: 3, numFailedTests: 1, testResults })).toEqual({
      passed: 3,
      failed: 2,
      failures: [
        { name: "lib/two.test.ts › a group a guarantee", message: "Error: 1 is not 2" },
        { name: "lib/three.test.ts", message: "No such module" },
      ],
    });
  });

  test("a browser test that failed is named with its file, however deep; an error outside of them counts too", () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1 };
    const spec = (title: string, status: string) => {
      const errors = status === "expected" ? [] : [{ message: "The button was not there" }];
      return { title, file: "apps.spec.ts", tests: [{ status, results: [{ errors, attachments: [] }] }] };
    };
    const group = { title: "group", specs: [spec("slow", "flaky"), spec("broken", "unexpected")] };
    const suites = [{ title: "apps.spec.ts", specs: [spec("fine", "expected")], suites: [group] }];
    expect(tallyPlaywright({ stats, errors: [{ message: "No server" }], suites })).toEqual({
      passed: 4,
      failed: 2,
      failures: [
        { name: "e2e/apps.spec.ts › broken", message: "The button was not there" },
        { name: "Outside of the browser tests", message: "No server" },
      ],
    });
  });

  test("a browser test that failed shows what stood on the page at its last try", () => {
    const scratch = mkdtempSync(join(tmpdir(), "patchbay-report-"));
    onTestFinished(() => rmSync(scratch, { recursive: true }));
    const path = join(scratch, "error-context.md");
    const snapshot = [
      "- generic [ref=e1]:",
      "  - complementary [ref=e2]:",
      '    - link "Webhooks" [ref=e3]',
      "  - main [ref=e4]:",
      '    - link "Order 1042" [ref=e5] [cursor=pointer]:',
      "      - /url: /deliveries/1",
      '    - button "Pay" [disabled] [ref=e6]',
    ];
    const markdown = [
      "# Test info",
      "",
      "# Page snapshot",
      "",
      "```yaml",
      ...snapshot,
      "```",
      "",
      "# Test source",
    ];
    writeFileSync(path, [...markdown, "", "```ts", "1 | test()", "```"].join("\n"));
    const resultAt = (contextPath: string) => ({
      errors: [{ message: "It was not there" }],
      attachments: [
        { name: "screenshot", path: "one.png" },
        { name: "error-context", path: contextPath },
      ],
    });
    const createReport = (...paths: string[]) => ({
      stats: { expected: 0, unexpected: 1, flaky: 0 },
      errors: [],
      suites: [
        {
          title: "apps.spec.ts",
          specs: [
            {
              title: "broken",
              file: "apps.spec.ts",
              tests: [{ status: "unexpected", results: paths.map(resultAt) }],
            },
          ],
        },
      ],
    });
    const gone = join(scratch, "gone.md");
    const page = [
      "- generic:",
      "  - main:",
      '    - link "Order 1042":',
      '    - button "Pay" [disabled]',
    ].join("\n");
    expect(tallyPlaywright(createReport(gone, path)).failures).toMatchObject([{ page }]);
    expect(tallyPlaywright(createReport(gone)).failures).toEqual([
      { name: "e2e/apps.spec.ts › broken", message: "It was not there" },
    ]);
  });

  test("a runner that fails without a failed test still fails the run, and says so", () => {
    const failure = { name: "One", message: "" };
    expect(withVerdict(passedTally(5), false)).toEqual({
      passed: 5,
      failed: 1,
      failures: [{ name: "The test runner", message: expect.stringContaining("No test failed") }],
    });
    expect(withVerdict(failedTally(failure), false)).toEqual(failedTally(failure));
    expect(withVerdict(passedTally(5), true)).toEqual(passedTally(5));
  });

  test("the total is the sum of the stages, with what failed in any of them", () => {
    expect(addTallies([])).toEqual({ passed: 0, failed: 0, failures: [] });
    const failure = { name: "One", message: "Broke" };
    expect(addTallies([failedTally(failure), passedTally(3)])).toEqual({
      passed: 3,
      failed: 1,
      failures: [failure],
    });
  });
});

describe("the end of a log", () => {
  test("names every test that failed, with the first lines of what went wrong and without colours", () => {
    const message = "\u001b[31mError: expected 1\u001b[39m\n\n   to be 2\n".concat(
      "    at one.ts:1:1\n".repeat(40),
    );
    const lines = failureLines([{ name: "lib/one.test.ts › adds", message }]);
    expect(lines.slice(0, 3)).toEqual([
      "✗ lib/one.test.ts › adds",
      "    Error: expected 1",
      "       to be 2",
    ]);
    expect(lines).toHaveLength(9);
  });

  test("shows up to 60 lines of the page on which a browser test failed, of the first five that did", () => {
    const page = Array.from({ length: 90 }, (_, index) => `- text: ${index}`).join("\n");
    const failed = (name: string) => ({ name, message: "It was not there", page });
    const lines = failureLines([{ name: "other", message: "No" }, ...[..."abcdefg"].map(failed)]);
    expect(lines.slice(2, 6)).toEqual(["✗ a", "    It was not there", "    The page:", "      - text: 0"]);
    expect(lines.filter((line) => line === "      - text: 59")).toHaveLength(5);
    expect(lines).not.toContain("      - text: 60");
    expect(lines.slice(-2)).toEqual(["✗ g", "    It was not there"]);
  });

  test("stays readable where everything failed", () => {
    const failures = Array.from({ length: 5_000 }, (_, index) => ({
      name: `test ${index}`,
      message: "No\n".repeat(99),
    }));
    const lines = failureLines(failures);
    expect(lines.filter((line) => line.startsWith("✗"))).toHaveLength(5_000);
    expect(lines.length).toBeLessThan(5_500);
    const [, cut = ""] = failureLines([{ name: "one", message: "x".repeat(1_000_000) }]);
    expect(cut.length).toBeLessThan(400);
  });
});
