import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { z } from "zod";
import { projectRoot } from "#scripts/settings.ts";
import type { Failure, Tally } from "./tally.ts";

const vitestTest = z.object({
  status: z.string(),
  fullName: z.string(),
  failureMessages: z.array(z.string()).nullish(),
});

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().nullish(),
      assertionResults: z.array(vitestTest),
    }),
  ),
});

/** Counts the report of Vitest's json reporter. A file that failed before its first test counts as one failure. */
export function tallyVitest(report: unknown): Tally {
  const { numPassedTests, numFailedTests, testResults } = vitestReport.parse(report);
  const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const failures = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => ({
        name: `${relative(projectRoot, name)} › ${fullName}`,
        message: failureMessages?.join("\n") ?? "",
      })),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    failures: [
      ...failures,
      ...broken.map(({ name, message }) => ({ name: relative(projectRoot, name), message: message ?? "" })),
    ],
  };
}

const playwrightError = z.object({ message: z.string().optional() });

const playwrightResult = z.object({
  errors: z.array(playwrightError),
  attachments: z.array(z.object({ name: z.string(), path: z.string().optional() })),
});
type PlaywrightResult = z.infer<typeof playwrightResult>;

const playwrightSpec = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(z.object({ status: z.string(), results: z.array(playwrightResult) })),
});

const playwrightSuite = z.object({
  title: z.string(),
  specs: z.array(playwrightSpec),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});
type PlaywrightSuite = z.infer<typeof playwrightSuite>;

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  errors: z.array(playwrightError),
  suites: z.array(playwrightSuite),
});

/** Counts the report of Playwright's json reporter. A test that passed on a second try counts as passed. */
export function tallyPlaywright(report: unknown): Tally {
  const { stats, errors, suites } = playwrightReport.parse(report);
  const outside = errors.map(({ message }) => ({
    name: "Outside of the browser tests",
    message: message ?? "",
  }));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    failures: [...suites.flatMap(listFailures), ...outside],
  };
}

function listFailures({ specs, suites }: PlaywrightSuite): Failure[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected")
      .map(({ results }) => ({
        name: `e2e/${file} › ${title}`,
        message: results.flatMap(({ errors }) => errors.map(({ message }) => message ?? "")).join("\n"),
        ...findPage(results.at(-1)),
      })),
  );
  return [...own, ...(suites ?? []).flatMap(listFailures)];
}

/** From what Playwright writes beside a failure: Markdown, with the page in a block of its own. */
function findPage(result: PlaywrightResult | undefined): Pick<Failure, "page"> {
  const path = result?.attachments.find(({ name }) => name === "error-context")?.path;
  if (path === undefined || !existsSync(path)) return {};
  const page = /^# Page snapshot\n+```yaml\n(.*?)\n```$/ms.exec(readFileSync(path, "utf8"))?.[1];
  return page === undefined ? {} : { page: withoutFrame(page) };
}

/** Less what stands around every page of ours, addresses of links, and the marks that programs find elements by. */
function withoutFrame(page: string): string {
  const kept: string[] = [];
  let frameDepth = Number.POSITIVE_INFINITY;
  for (const line of page.split("\n")) {
    const depth = line.search(/\S/);
    if (depth > frameDepth) continue;
    frameDepth = /^\s*- (complementary|banner)\b/.test(line) ? depth : Number.POSITIVE_INFINITY;
    if (depth === frameDepth || /^\s*- \/url:/.test(line)) continue;
    kept.push(line.replaceAll(/ \[(ref=\w+|cursor=pointer)\]/g, ""));
  }
  return kept.join("\n");
}
