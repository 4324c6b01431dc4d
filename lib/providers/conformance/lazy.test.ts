import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { z } from "zod";
import { projectRoot } from "#scripts/settings.ts";
import { findReach } from "#scripts/walls/reach.ts";
import { manifests } from "../manifests.ts";

const ids = manifests.map(({ id }) => id);
const inApp = new RegExp(`^lib/providers/(${ids.join("|")})/`);
/** What calls an app, reads its messages or plays it. */
const code =
  /\/(actions|resources|sync|inbound|payments|sandbox|testing)\/|\/(provider|client|errors|identify|inbound|sandbox)\.ts$/;

function appFilesReachedBy(entries: readonly string[]): string[] {
  return [...findReach(entries)].filter((file) => inApp.test(file));
}

const light = appFilesReachedBy(ids.map((id) => `lib/providers/${id}/manifest.ts`));

test.each(ids)("the manifest of %s brings words, auth and constants, and none of its code", (id) => {
  const files = appFilesReachedBy([`lib/providers/${id}/manifest.ts`]);
  expect(files.filter((file) => code.test(file))).toEqual([]);
  expect(files.length).toBeLessThanOrEqual(12);
});

test("no page, route, job or script imports an app's code, and no test worker does before a test", () => {
  const entries = [
    "instrumentation-requests.ts",
    "proxy.ts",
    ...globSync("app/**/*.{ts,tsx}", { cwd: projectRoot, exclude: ["**/*.test.ts"] }),
    ...globSync("scripts/*.ts", { cwd: projectRoot, exclude: ["**/*.test.ts"] }),
    ...globSync("inngest/*.ts", { cwd: projectRoot, exclude: ["**/*.test.ts"] }),
    "db/testing/global-setup.ts",
    "db/testing/settings.ts",
    "lib/webhooks/webhooks.test.ts",
  ];
  expect(entries.length).toBeGreaterThan(200);
  expect(appFilesReachedBy(entries).toSorted()).toEqual(light.toSorted());
});

const trace = z.object({
  entries: z.number(),
  start: z.array(z.string()),
  catalogue: z.array(z.string()),
  slack: z.array(z.string()),
});

/** What the server and its jobs load at the start; what routes load is seen above. */
const serverParts = ["#instrumentation-requests.ts", "#inngest/start-work.ts"];

test("a server starts and shows the catalogue without any app's code; a call loads that of its app alone", async () => {
  const program = new URL("../testing/trace-start.ts", import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...serverParts], {
    cwd: projectRoot,
  });
  const { entries, start, catalogue, slack } = trace.parse(JSON.parse(stdout));
  expect(entries).toBeGreaterThan(40);
  const ofApps = (files: readonly string[]) =>
    files.map((file) => `lib/providers/${file}`).filter((file) => inApp.test(file));
  expect(ofApps(start).toSorted()).toEqual(light.toSorted());
  expect(ofApps(catalogue).toSorted()).toEqual(
    ids.map((id) => `lib/providers/${id}/declared.json`).toSorted(),
  );
  expect(ofApps(slack)).toContain("lib/providers/slack/actions/send-message.ts");
  expect(ofApps(slack).filter((file) => !file.startsWith("lib/providers/slack/"))).toEqual([]);
});
