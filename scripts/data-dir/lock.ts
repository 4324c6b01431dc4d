import { randomBytes } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PlainError } from "#scripts/plain-error.ts";
import { createPrivateFile, hasCode, readFileIfAny } from "#scripts/private-file.ts";
import { isStillRunning, readProcessMark } from "./process-mark.ts";

const holderSchema = z.object({ pid: z.int(), startedAt: z.string().nullable(), nonce: z.string() });
type Holder = z.infer<typeof holderSchema>;

export type DataDirLock = { release(): void };

/** Undefined when there is no lock, or one that says nothing readable: a machine that lost power leaves such. */
async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFileIfAny(path);
  if (text === undefined) return undefined;
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Who holds a data directory: a Patchbay that runs, one that died, or none. */
export async function dataDirState(dataDir: string): Promise<"inUse" | "abandoned" | "unlocked"> {
  const path = join(dataDir, "patchbay.lock");
  if (!existsSync(path)) return "unlocked";
  const holder = await readHolder(path);
  return holder && isStillRunning(holder) ? "inUse" : "abandoned";
}

/**
 * Takes a data directory for this process; a lock whose process has died is taken over.
 * @throws {PlainError} when another Patchbay runs on it.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const path = join(dataDir, "patchbay.lock");
  const nonce = randomBytes(8).toString("hex");
  const mine: Holder = { ...(readProcessMark(process.pid) ?? { pid: process.pid, startedAt: null }), nonce };
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  while (!(await createPrivateFile(path, `${JSON.stringify(mine)}\n`))) {
    const holder = await readHolder(path);
    if (holder && isStillRunning(holder)) throw inUse(dataDir, holder.pid);
    await setAside(dataDir, path, `${path}.${nonce}`);
  }
  return { release: () => rmSync(path, { force: true }) };
}

/**
 * Moves a dead lock out of the way. Moving is atomic, but another start may have taken over between our
 * look and our move; then what we moved is alive, and goes back.
 */
async function setAside(dataDir: string, path: string, aside: string): Promise<void> {
  try {
    await rename(path, aside);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return;
    throw error;
  }
  const moved = await readHolder(aside);
  if (moved && isStillRunning(moved)) {
    await createPrivateFile(path, `${JSON.stringify(moved)}\n`);
    await rm(aside, { force: true });
    throw inUse(dataDir, moved.pid);
  }
  await rm(aside, { force: true });
}

function inUse(dataDir: string, pid: number): PlainError {
  return new PlainError(
    `The data directory ${dataDir} is in use by another Patchbay (process ${pid}).\n` +
      "Stop that one, or give this one its own directory and port: DATA_DIR=.data-2 PORT=3001 npm run dev",
  );
}
