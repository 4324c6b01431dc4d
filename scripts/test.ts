import { failureLines } from "./stages/failures.ts";
import { buildApp, runBrowserTests, runUnitTests } from "./stages/stages.ts";
import { addTallies, failedTally, type Tally } from "./stages/tally.ts";
import { verify } from "./stages/verify.ts";
import { checkStartUp } from "./start-up.check.ts";

type Result = { name: string; tally: Tally; seconds: number };

async function runStage(name: string, run: () => Promise<Tally>): Promise<Result> {
  console.log(`\n── ${name} ${"─".repeat(Math.max(0, 68 - name.length))}`);
  const startedAt = performance.now();
  const tally = await run().catch((error: unknown) => {
    // A stage that breaks counts as failed, and the others still tell what they know.
    console.error(error);
    return failedTally({ name, message: error instanceof Error ? error.message : String(error) });
  });
  return { name, tally, seconds: (performance.now() - startedAt) / 1000 };
}

const startedAt = performance.now();
const verified = await runStage("Format, lint, types, import walls", verify);
// Beside the tests, which wait for clocks and processes a third of the time.
const beside = (async () => [
  await runStage("Production build", buildApp),
  await runStage("Starting and stopping", checkStartUp),
])();
const tested = await runStage("Unit and integration tests", runUnitTests);
const results = [verified, tested, ...(await beside)];
results.push(await runStage("Browser tests", () => runBrowserTests()));

console.log(`\nAll of it took ${((performance.now() - startedAt) / 60_000).toFixed(1)} min.`);
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
