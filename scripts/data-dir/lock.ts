import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PlainError } from "#scripts/plain-error.ts";
import { createPrivateFile, readFileIfAny } from "#scripts/private-file.ts";
import { isStillRunning, readProcessMark } from "./process-mark.ts";

const holderSchema = z.object({
  pid: z.int(),
  startedAt: z.string().nullable(),
  nonce: z.string().regex(/^\w+$/),
});
type Holder = z.infer<typeof holderSchema>;

export type DataDirLock = { release(): void };

/** Undefined when a lock says nothing readable: a machine that lost power leaves such. */
function holderIn(text: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Who holds a data directory: a Patchbay that runs, one that died, or none. */
export async function dataDirState(dataDir: string): Promise<"inUse" | "abandoned" | "unlocked"> {
  const path = join(dataDir, "patchbay.lock");
  const text = await readFileIfAny(path);
  if (text === undefined) return "unlocked";
  const holder = holderIn(text);
  return holder && isStillRunning(holder) ? "inUse" : "abandoned";
}

/**
 * Takes a data directory for this process; a lock whose process has died is taken over.
 * @throws {PlainError} when another Patchbay runs on it.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const nonce = randomBytes(8).toString("hex");
  const mine: Holder = { ...(readProcessMark(process.pid) ?? { pid: process.pid, startedAt: null }), nonce };
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, "patchbay.lock");
  await take(path, `${JSON.stringify(mine)}\n`, dataDir);
  return { release: () => rmSync(path, { force: true }) };
}

/**
 * Creates the lock, or puts ours in place of one that is dead. Looking and replacing are two steps, between
 * which another start may have done the same: only who holds the claim on that very dead lock replaces it,
 * and the claim is a lock too, which may have been left by a process that died.
 */
async function take(path: string, mine: string, dataDir: string): Promise<void> {
  while (!(await createPrivateFile(path, mine))) {
    const found = await readFileIfAny(path);
    if (found === undefined) continue;
    const holder = holderIn(found);
    if (holder && isStillRunning(holder)) throw inUse(dataDir, holder.pid);
    const claim = `${path}.${holder?.nonce ?? "unreadable"}`;
    await take(claim, mine, dataDir);
    if ((await readFileIfAny(path)) === found) return rename(claim, path);
    await rm(claim);
  }
}

function inUse(dataDir: string, pid: number): PlainError {
  return new PlainError(
    `The data directory ${dataDir} is in use by another Patchbay (process ${pid}).\n` +
      "Stop that one, or give this one its own directory and port: DATA_DIR=.data-2 PORT=3001 npm run dev",
  );
}
