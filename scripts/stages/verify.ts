import { listSunsets, sunsetWarnedDays } from "#lib/marketplace/sunsets.ts";
import { staleGuides } from "#scripts/guides.ts";
import { checkTexts } from "#scripts/texts/check.ts";
import { checkWalls } from "#scripts/walls/check.ts";
import { runCommand } from "./command.ts";
import { addTallies, failedTally, passedTally, type Tally } from "./tally.ts";

type Verdict = { isOk: boolean; output: string };

async function checkTypes(): Promise<Verdict> {
  const routes = await runCommand({ package: "next", command: "next", args: ["typegen"] });
  if (!routes.isOk) return routes;
  return runCommand({
    package: "typescript",
    command: "tsc",
    args: ["--noEmit", "--incremental", "false", "--pretty", "false"],
  });
}

async function checkImportWalls(): Promise<Verdict> {
  const breaches = checkWalls();
  return { isOk: breaches.length === 0, output: breaches.join("\n") };
}

async function checkTextsOfScreens(): Promise<Verdict> {
  const { problems, missing } = await checkTexts();
  if (missing.length > 0)
    console.log(`! ${missing.length} texts are in English only: node scripts/texts/check.ts`);
  return { isOk: problems.length === 0, output: problems.join("\n") };
}

async function checkGuides(): Promise<Verdict> {
  const stale = await staleGuides();
  const output = stale.map((file) => `${file} is not what the provider declares: npm run guides`);
  return { isOk: stale.length === 0, output: output.join("\n") };
}

/** What a provider will soon serve no more is said, and stops nobody: a day that comes must not break a build. */
function warnOfSunsets(): void {
  for (const { name, version, endsOn, daysLeft, source } of listSunsets(new Date())) {
    if (daysLeft === null || daysLeft > sunsetWarnedDays) continue;
    const when = daysLeft < 0 ? `ended on ${endsOn}` : `ends on ${endsOn}, in ${daysLeft} days`;
    console.log(`! ${name} ${version} ${when}: ${source}`);
  }
}

const checks: Record<string, () => Promise<Verdict>> = {
  "format and lint": () =>
    runCommand({ package: "@biomejs/biome", command: "biome", args: ["check", "--error-on-warnings", "."] }),
  types: checkTypes,
  "import walls": checkImportWalls,
  "texts of screens": checkTextsOfScreens,
  "provider guides": checkGuides,
};

/** Checks what needs no database: format, lint, types and import walls. Prints what is wrong. */
export async function verify(): Promise<Tally> {
  const verdicts = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => ({ name, ...(await check()) })),
  );
  for (const { name, isOk, output } of verdicts) {
    console.log(`${isOk ? "✓" : "✗"} ${name}`);
    if (!isOk) console.log(output.trimEnd());
  }
  warnOfSunsets();
  return addTallies(
    verdicts.map(({ name, isOk, output }) => (isOk ? passedTally() : failedTally({ name, message: output }))),
  );
}
