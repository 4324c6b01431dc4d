import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/chromium.ts";

const port = process.env.E2E_PORT ?? "3987";
const demoApiKey = "pb_e2e_0123456789abcdefghijklmnopqrstuvwxyz";
process.env.DEMO_API_KEY = demoApiKey;
const browser = await findBrowser();
/** Files whose tests take half a minute each. */
const long = ["**/recipes.spec.ts", "**/accessibility.spec.ts", "**/account.spec.ts"];

export default defineConfig({
  testDir: "e2e",
  timeout: 120_000,
  // A page that is right by then is right: a machine that does four things more takes that long to sign in.
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: false,
  // For two cores: of four, two wait for the app, or for scripts that are held back. A file, or a part of one that says
  // so, for each.
  workers: 4,
  // Long ones first: at the end none is waited for while the other workers have nothing to do.
  projects: [
    { name: "long", testMatch: long },
    { name: "short", testIgnore: long },
  ],
  reporter: "list",
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: "chromium",
    // What is not there by then will not come: a press need not wait for the end of its test to say so.
    actionTimeout: 45_000,
    launchOptions: browser,
    trace: "off",
    screenshot: "only-on-failure",
  },
  webServer: {
    command: "node --import ./scripts/app/quick-imports.mjs e2e/server.ts",
    url: `http://localhost:${port}/api/ready`,
    env: { PORT: port, DEMO_API_KEY: demoApiKey },
    // A machine that is busy takes its time.
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
