import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readProcessMark } from "#scripts/data-dir/process-mark.ts";
import { hasCode } from "#scripts/private-file.ts";

type Postmaster = { pid: number; port: number | undefined };

/** What postmaster.pid says: the process on line 1, its port on line 4 (missing while it starts). */
export function parsePostmasterFile(text: string): Postmaster | undefined {
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number.isInteger(port) && port > 0 ? port : undefined };
}

/**
 * The running server of a cluster, if there is one. After a reboot or in a fresh container, the number in
 * postmaster.pid may belong to some other program, for which Postgres would refuse to start: then the file goes.
 */
export function findPostmaster(clusterDir: string): Postmaster | undefined {
  const path = join(clusterDir, "postmaster.pid");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
  const postmaster = parsePostmasterFile(text);
  // A dead one's file stays: Postgres reads in it whether shared memory is left over.
  if (!postmaster || !readProcessMark(postmaster.pid)) return undefined;
  if (isPostgresOf(clusterDir, postmaster.pid)) return postmaster;
  rmSync(path, { force: true });
  return undefined;
}

function isPostgresOf(clusterDir: string, pid: number): boolean {
  try {
    // A server works inside its cluster directory.
    if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDir);
    if (process.platform === "win32") return true;
    return execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" })
      .trim()
      .endsWith("postgres");
  } catch {
    return false;
  }
}
