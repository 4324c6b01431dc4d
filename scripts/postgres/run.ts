import { spawn } from "node:child_process";
import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Account, commandAs } from "./account.ts";

type RunResult = { exitCode: number | null; output: string };

type RunOptions = {
  account: Account;
  /** Where it runs, and where the log is kept. */
  dataDir: string;
};

/** Windows starts no program without it. */
const inherited = ["PATH", "TZ", ...(process.platform === "win32" ? ["SystemRoot"] : [])];

/**
 * The environment of Postgres' programs: none of ours, which holds secrets that a query of a superuser, or another
 * process of the same user, could read; and nothing that steers Postgres, such as a PGDATA of the user's own.
 */
export function postgresEnvironment(source: Record<string, string | undefined>): NodeJS.ProcessEnv {
  const kept = inherited.filter((name) => source[name] !== undefined).map((name) => [name, source[name]]);
  return Object.fromEntries([...kept, ["LC_ALL", "C"]]);
}

/**
 * Runs one of Postgres' programs in its own process group, so that a Ctrl-C in the terminal passes it by.
 * Its output goes to the log and not to a pipe, because a server that it starts keeps the same output open.
 * @returns its exit code, null when it did not run at all, and the last lines of what it said.
 */
export async function runPostgresProgram(
  file: string,
  args: readonly string[],
  { account, dataDir }: RunOptions,
): Promise<RunResult> {
  const logPath = join(dataDir, "postgres.log");
  const log = openSync(logPath, "a", 0o600);
  const sizeBefore = fstatSync(log).size;
  const command = commandAs(account, file, args);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(command.file, command.args, {
        ...command.identity,
        cwd: dataDir,
        env: postgresEnvironment(process.env),
        stdio: ["ignore", log, log],
        detached: true,
        windowsHide: true,
      });
      child.once("error", reject);
      child.once("exit", resolve);
    });
    return { exitCode, output: lastLines(readFileSync(logPath).subarray(sizeBefore)) };
  } catch (error) {
    return { exitCode: null, output: error instanceof Error ? error.message : String(error) };
  } finally {
    closeSync(log);
  }
}

function lastLines(output: Buffer): string {
  return output.toString("utf8").trimEnd().split("\n").slice(-20).join("\n");
}
