import { isBuildStale } from "./stages/build-age.ts";
import { failureLines } from "./stages/failures.ts";
import { buildApp, runBrowserTests } from "./stages/stages.ts";
import { passedTally } from "./stages/tally.ts";

/** `npm run test:e2e [paths…]`: the browser tests, or those whose path is named, on a build that is up to date. */
const build = isBuildStale() ? await buildApp() : passedTally();
const { passed, failed, failures } = build.failed > 0 ? build : await runBrowserTests(process.argv.slice(2));
if (failures.length > 0) console.log(["", ...failureLines(failures)].join("\n"));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
