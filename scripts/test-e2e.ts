import { isBuildStale } from "./stages/build-age.ts";
import { buildApp, runBrowserTests } from "./stages/stages.ts";

/** `npm run test:e2e [paths…]`: the browser tests, or those whose path is named, on a build that is up to date. */
const isReady = !isBuildStale() || (await buildApp()).failed === 0;
const { passed, failed } = isReady ? await runBrowserTests(process.argv.slice(2)) : { passed: 0, failed: 1 };
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
