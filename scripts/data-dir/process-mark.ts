import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process as one can recognise it later, when its number may belong to another. */
type ProcessMark = { pid: number; startedAt: string | null };

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The state letter and start of a process from /proc/PID/stat (proc(5), fields 3 and 22). */
function readLinuxStat(pid: number): { state: string; startedAt: string } | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return undefined;
  }
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const bootId = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  return { state: fields[0] ?? "", startedAt: `${bootId}/${fields[19] ?? ""}` };
}

function readDarwinStart(pid: number): string | null {
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

/** The mark of a running process; undefined when there is none of that number, or only its remains. */
export function readProcessMark(pid: number): ProcessMark | undefined {
  if (process.platform === "linux") {
    const stat = readLinuxStat(pid);
    return stat && stat.state !== "Z" && stat.state !== "X" ? { pid, startedAt: stat.startedAt } : undefined;
  }
  if (!isRunning(pid)) return undefined;
  return { pid, startedAt: process.platform === "darwin" ? readDarwinStart(pid) : null };
}

/** Whether the very process that was marked still runs. */
export function isStillRunning(mark: ProcessMark): boolean {
  const current = readProcessMark(mark.pid);
  if (!current) return false;
  return mark.startedAt === null || current.startedAt === null || mark.startedAt === current.startedAt;
}
