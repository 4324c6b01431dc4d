import { readdirSync, readFileSync } from "node:fs";
import type { Sql } from "postgres";

/** The clock of /proc ticks a hundred times a second on every Linux. */
const tickMs = 10;

/** What a Postgres of this machine has used up of its cores so far, in ms, with all its processes; null where nobody tells. */
export async function postgresCpuMs(sql: Sql): Promise<number | null> {
  if (process.platform !== "linux") return null;
  const [row] = await sql<{ pid: number }[]>`/* bench: */ SELECT pg_backend_pid() AS pid`;
  const postmaster = readStat(String(row?.pid))?.parent;
  let ticks = 0;
  for (const name of readdirSync("/proc")) {
    const stat = /^\d+$/.test(name) ? readStat(name) : null;
    if (stat && stat.parent === postmaster) ticks += stat.ticks;
    // Those that have ended are counted with their parent.
    if (stat && name === postmaster) ticks += stat.ticks + stat.ticksOfEnded;
  }
  return ticks * tickMs;
}

/** proc_pid_stat(5): the fields after the name, which stands in parentheses. */
function readStat(pid: string): { parent: string; ticks: number; ticksOfEnded: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    const ticks = (field: number) => Number(fields[field - 3]);
    return {
      parent: fields[1] ?? "",
      ticks: ticks(14) + ticks(15),
      ticksOfEnded: ticks(16) + ticks(17),
    };
  } catch {
    // It has ended meanwhile.
    return null;
  }
}
