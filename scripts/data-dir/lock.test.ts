import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dataDirState, lockDataDir } from "./lock.ts";
import { isStillRunning, readProcessMark } from "./process-mark.ts";

let dataDir = "";
let lockPath = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "patchbay lock "));
  lockPath = join(dataDir, "patchbay.lock");
});
afterEach(() => rmSync(dataDir, { recursive: true }));

async function pidOfTheDead(): Promise<number> {
  const child = spawn(process.execPath, ["-e", "0"]);
  await once(child, "exit");
  if (child.pid === undefined) throw new Error("The child did not start");
  return child.pid;
}

describe("lockDataDir", () => {
  test("keeps a second one out, and says who is in", async () => {
    const lock = await lockDataDir(dataDir);
    expect(await dataDirState(dataDir)).toBe("inUse");
    await expect(lockDataDir(dataDir)).rejects.toThrow(`in use by another Patchbay (process ${process.pid})`);
    lock.release();
    expect(await dataDirState(dataDir)).toBe("unlocked");
    (await lockDataDir(dataDir)).release();
  });

  test("of many at once, exactly one gets in", async () => {
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => lockDataDir(dataDir)));
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });

  test("takes over from a process that died", async () => {
    writeFileSync(lockPath, JSON.stringify({ pid: await pidOfTheDead(), startedAt: null, nonce: "a" }));
    expect(await dataDirState(dataDir)).toBe("abandoned");
    await lockDataDir(dataDir);
    expect(JSON.parse(readFileSync(lockPath, "utf8"))).toMatchObject({ pid: process.pid });
  });

  test.runIf(process.platform === "linux")(
    "takes over when its number now belongs to another process",
    async () => {
      writeFileSync(lockPath, JSON.stringify({ pid: process.pid, startedAt: "another boot/1", nonce: "a" }));
      await lockDataDir(dataDir);
      expect(await dataDirState(dataDir)).toBe("inUse");
    },
  );

  // Regression: one moved the new lock aside for a moment, and a third took the empty place.
  test("of many who find a dead lock, exactly one takes over, however they come between each other", async () => {
    const dead = JSON.stringify({ pid: await pidOfTheDead(), startedAt: null, nonce: "a" });
    for (let round = 0; round < 200; round++) {
      writeFileSync(lockPath, dead);
      const results = await Promise.allSettled(Array.from({ length: 10 }, () => lockDataDir(dataDir)));
      expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
      expect(readdirSync(dataDir)).toEqual(["patchbay.lock"]);
    }
  });

  test("takes over where another died while it took over", async () => {
    const dead = { pid: await pidOfTheDead(), startedAt: null };
    writeFileSync(lockPath, JSON.stringify({ ...dead, nonce: "a" }));
    writeFileSync(`${lockPath}.a`, JSON.stringify({ ...dead, nonce: "b" }));
    await lockDataDir(dataDir);
    expect(await dataDirState(dataDir)).toBe("inUse");
    expect(readdirSync(dataDir)).toEqual(["patchbay.lock"]);
  });

  test("a lock file that says nothing readable does not keep anyone out", async () => {
    writeFileSync(lockPath, "");
    await expect(lockDataDir(dataDir)).resolves.toBeDefined();
  });
});

describe("process marks", () => {
  test("know this process, and know that a dead one is gone", async () => {
    const mine = readProcessMark(process.pid);
    expect(mine && isStillRunning(mine)).toBe(true);
    expect(readProcessMark(await pidOfTheDead())).toBeUndefined();
  });
});
