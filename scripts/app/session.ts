import { readFileSync } from "node:fs";
import { constants } from "node:os";
import type { DataDirLock } from "#scripts/data-dir/lock.ts";
import { describeFailure } from "#scripts/plain-error.ts";
import type { PostgresServer } from "#scripts/postgres/server.ts";
import type { NextProcess } from "./next-process.ts";

/** npm passes a terminal's Ctrl-C on to us, who have it already; only a later one is a second one. */
const echoMs = 700;

/** Whether nohup or the like started us; listening to SIGHUP would undo that. */
function isHangupIgnored(): boolean {
  if (process.platform !== "linux") return false;
  const ignored = /^SigIgn:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0";
  return (BigInt(`0x${ignored}`) & 1n) === 1n;
}

/** What was started so far, and how it all ends. */
export class Session {
  app: NextProcess | undefined;
  /** From the moment it begins to start, so that it is stopped even if that moment is now. */
  postgres: Promise<PostgresServer> | undefined;
  lock: DataDirLock | undefined;
  readonly #stopping = new AbortController();
  #stopRequestedAt = 0;

  /** Aborts when the session begins to stop. */
  get signal(): AbortSignal {
    return this.#stopping.signal;
  }

  /** From now on, SIGINT, SIGTERM and SIGHUP end the session, and so does the death of the npm that runs us. */
  listen(): void {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => this.#onSignal(name));
    if (!isHangupIgnored()) process.on("SIGHUP", () => this.#onSignal("SIGHUP"));
    // What the driver was asking on its own as the database ended has nobody who waits for it, and spoils no end.
    process.on("unhandledRejection", (error) => {
      if (!this.signal.aborted) throw error;
    });
    if (!process.env.npm_lifecycle_event) return;
    const npm = process.ppid;
    setInterval(() => {
      if (process.ppid !== npm && !this.signal.aborted) this.#onSignal("SIGTERM");
    }, 500).unref();
  }

  #onSignal(name: "SIGINT" | "SIGTERM" | "SIGHUP"): void {
    if (!this.signal.aborted) {
      this.#stopRequestedAt = Date.now();
      console.log("\nStopping Patchbay … (Ctrl-C again to force)");
      void this.end(0);
    } else if (Date.now() - this.#stopRequestedAt > echoMs) {
      console.log("Stopping at once. What was committed is safe.");
      this.app?.kill();
      void this.#endPostgres("immediate").finally(() => this.#leave(128 + constants.signals[name]));
    }
  }

  /** Stops all that was started, the app before its database, and ends this process. */
  async end(exitCode: number): Promise<void> {
    if (this.signal.aborted) return;
    this.#stopping.abort();
    await this.app?.stop();
    const isDatabaseStopped = await this.#endPostgres("fast");
    this.#leave(isDatabaseStopped ? exitCode : 1);
  }

  async #endPostgres(mode: "fast" | "immediate"): Promise<boolean> {
    const postgres = await this.postgres?.catch(() => undefined);
    try {
      await postgres?.stop(mode);
      return true;
    } catch (error) {
      console.error(describeFailure(error));
      return false;
    }
  }

  #leave(exitCode: number): void {
    this.lock?.release();
    process.exit(exitCode);
  }

  /** Runs the steps of a start. A step that fails is explained, and what had started is stopped again. */
  async run(steps: () => Promise<void>): Promise<void> {
    this.listen();
    try {
      await steps();
    } catch (error) {
      if (this.signal.aborted) return;
      console.error(`\n${describeFailure(error)}\n`);
      await this.end(1);
    }
  }
}
