import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import "./scripts/app/quick-imports.mjs";

// Processes of the tests read the same packages: compiled once, they are loaded in less time.
const root = fileURLToPath(new URL("./", import.meta.url));
process.env.NODE_COMPILE_CACHE ??= `${root}node_modules/.cache/compiled`;
const quickImports = new URL("./scripts/app/quick-imports.mjs", import.meta.url).href;
process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, `--import=${quickImports}`].filter(Boolean).join(" ");

/** Tests of what runs in browsers, which knows neither database nor settings. */
const browserSide = ["components/**/*.test.ts"];
const elsewhere = [...configDefaults.exclude, ".next*/**", "e2e/**"];

/** What a test changes for all of its process: modules, settings, globals and clocks. */
const changesProcess =
  /\bvi\.(mock|doMock|unmock|stub|useFakeTimers|setSystemTime|resetModules)|\bprocess\.env(\.\w+|\[.+?\])? (\?\?|\|\|)?= /;

/**
 * Files that have a process of their own. The others share one for each worker, which reads the product once: reading
 * it again for each file took as long as the tests.
 */
const ownProcess = globSync("{app,db,inngest,integrations,lib,scripts}/**/*.test.ts", {
  cwd: root,
  exclude: (path) => path === "node_modules",
}).filter((path) => changesProcess.test(readFileSync(`${root}${path}`, "utf8")));

const serverSide = {
  globalSetup: ["db/testing/global-setup.ts"],
  setupFiles: ["db/testing/settings.ts", "lib/auth/testing/strict-outputs.ts"],
};

/** What takes longest, though most of these files are short, and short files come last where no run is remembered. */
const takesLong =
  /\/(conformance|kill|crash|instances|adapters|permissions|odd-[\w-]+|stories|version-6|replays|must-reach|two-processes|drift|held|runs|accounting|server-state|away|seed|take-from-budget)\.test\.ts$/;

/** Long ones first: at the end none is waited for while the other workers have nothing to do. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => takesLong.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is asked for again and again comes late on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    pool: "forks",
    // What a test makes is gone soon: a larger nursery has it collected half as often.
    execArgv: ["--max-semi-space-size=64"],
    // For two cores: of three, one waits for a clock, a process or Postgres.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: "browser side",
          include: browserSide,
          // Pure code: a process for each file would cost more than the tests.
          isolate: false,
          unstubGlobals: true,
        },
      },
      {
        extends: true,
        test: {
          ...serverSide,
          name: "server side",
          include: ["**/*.test.ts"],
          exclude: [...elsewhere, ...browserSide, ...ownProcess],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { ...serverSide, name: "processes of their own", include: ownProcess },
      },
    ],
  },
});
