import { failureLines } from "./stages/failures.ts";
import { buildApp, runBrowserTests, runUnitTests } from "./stages/stages.ts";
import { addTallies, failedTally, type Tally } from "./stages/tally.ts";
import { verify } from "./stages/verify.ts";
import { checkStartUp } from "./start-up.check.ts";

const stages: Record<string, () => Promise<Tally>> = {
  "Format, lint, types, import walls": verify,
  "Unit and integration tests": runUnitTests,
  "Production build": buildApp,
  "Starting and stopping": checkStartUp,
  "Browser tests": () => runBrowserTests(),
};

const results: { name: string; tally: Tally; seconds: number }[] = [];
for (const [name, run] of Object.entries(stages)) {
  console.log(`\n── ${name} ${"─".repeat(Math.max(0, 68 - name.length))}`);
  const startedAt = performance.now();
  const tally = await run().catch((error: unknown) => {
    // A stage that breaks counts as failed, and the stages after it still tell what they know.
    console.error(error);
    return failedTally({ name, message: error instanceof Error ? error.message : String(error) });
  });
  results.push({ name, tally, seconds: (performance.now() - startedAt) / 1000 });
}

console.log("");
for (const { name, tally, seconds } of results) {
  console.log(
    `${tally.failed > 0 ? "✗" : "✓"} ${name}: ${tally.passed} passed, ${tally.failed} failed in ${seconds.toFixed(1)} s`,
  );
}
const total = addTallies(results.map(({ tally }) => tally));
// Last of all, so that a log of which only the end was kept still names them.
if (total.failures.length > 0) console.log(["", ...failureLines(total.failures)].join("\n"));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
