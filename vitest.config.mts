import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

// Each file has a process of its own, which reads the same packages: compiled once, they are loaded in less time.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("node_modules/.cache/compiled", import.meta.url));

/** Tests of what runs in browsers, which knows neither database nor settings. */
const browserSide = ["components/**/*.test.ts"];
const elsewhere = [...configDefaults.exclude, ".next*/**", "e2e/**"];

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
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
          name: "server side",
          include: ["**/*.test.ts"],
          exclude: [...elsewhere, ...browserSide],
          globalSetup: ["db/testing/global-setup.ts"],
          setupFiles: ["db/testing/settings.ts"],
        },
      },
    ],
  },
});
