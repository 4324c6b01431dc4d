import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { readProcessMark } from "#scripts/data-dir/process-mark.ts";

const watcher = new URL("./die-with-parent.mjs", import.meta.url).href;

/** A process that starts another one, prints its number, and waits. */
function startParent(childArgs: readonly string[]) {
  const script = `
    const { spawn } = require("node:child_process");
    console.log(spawn(process.execPath, ${JSON.stringify(childArgs)}, { stdio: "ignore" }).pid);
    setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
}

async function isGoneWithin(pid: number, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (readProcessMark(pid) && Date.now() < deadline) await sleep(50);
  return readProcessMark(pid) === undefined;
}

test("the app ends on its own when what started it was killed outright", async () => {
  const idle = ["-e", "setInterval(() => {}, 1000)"];
  const parent = startParent([`--import=${watcher}`, ...idle]);
  const [line] = await once(parent.stdout, "data");
  const child = Number(String(line));
  // The watcher is loaded, and lets the app live as long as its parent lives.
  expect(await isGoneWithin(child, 1_000)).toBe(false);
  parent.kill("SIGKILL");
  expect(await isGoneWithin(child, 30_000)).toBe(true);
});
