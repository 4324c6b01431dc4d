import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot, readBuildDistDir } from "#scripts/settings.ts";
import { runCommand } from "./command.ts";
import { tallyPlaywright, tallyVitest } from "./reports.ts";
import { failedTally, passedTally, type Tally, withVerdict } from "./tally.ts";

type Count = (report: unknown) => Tally;

/** Hands a stage the path for its report, and counts what it wrote there; without a report, the stage failed. */
async function runWithReport(count: Count, run: (reportPath: string) => Promise<boolean>): Promise<Tally> {
  const scratch = mkdtempSync(join(tmpdir(), "patchbay-report-"));
  try {
    const reportPath = join(scratch, "report.json");
    const isOk = await run(reportPath);
    if (!existsSync(reportPath))
      return failedTally({ name: "The test runner", message: "It wrote no report." });
    return withVerdict(count(JSON.parse(readFileSync(reportPath, "utf8"))), isOk);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Unit and integration tests, beside the code they test. */
export function runUnitTests(): Promise<Tally> {
  return runWithReport(tallyVitest, async (reportPath) => {
    const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${reportPath}`];
    return (await runCommand({ package: "vitest", command: "vitest", args, isLive: true })).isOk;
  });
}

/** The production build, which must not need a secret. */
export async function buildApp(): Promise<Tally> {
  const env = {
    NODE_ENV: "production",
    DATABASE_URL: undefined,
    ENCRYPTION_KEYS: undefined,
    NEXTAUTH_SECRET: undefined,
    // By `npm run verify`, which is the stage before.
    TYPES_CHECKED_APART: "yes",
    // In a clone that has no build yet it may stay the only one.
    BUILD_KEEPS_NOTHING: existsSync(join(projectRoot, readBuildDistDir(process.env), "BUILD_ID"))
      ? undefined
      : "yes",
  };
  const { isOk } = await runCommand({ package: "next", command: "next", args: ["build"], env, isLive: true });
  return isOk
    ? passedTally()
    : failedTally({ name: "next build", message: "Its own output above says why." });
}

/** What a person does in the browser. @param paths of test files; all where none is named */
export async function runBrowserTests(paths: readonly string[] = []): Promise<Tally> {
  if (!existsSync(join(projectRoot, "playwright.config.mts"))) return passedTally(0);
  return runWithReport(tallyPlaywright, async (reportPath) => {
    const args = ["test", "--reporter=list,json", ...paths];
    const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: reportPath };
    return (await runCommand({ package: "@playwright/test", command: "playwright", args, env, isLive: true }))
      .isOk;
  });
}
