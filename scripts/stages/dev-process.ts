import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "#scripts/settings.ts";

const readyLine = "Ctrl-C stops everything.";
const startPatienceMs = 180_000;

/** `npm run dev` as someone types it in a terminal: with a process group of its own, which a test can signal. */
export class DevProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  #hasEnded = false;
  output = "";

  /** Settings of the outer environment are emptied, so that only the given ones count. */
  constructor(settings: Record<string, string>) {
    const unset = [
      "APP_URL",
      "HOST",
      "ALLOWED_HOSTS",
      "DATABASE_URL",
      "ENCRYPTION_KEYS",
      "NEXTAUTH_SECRET",
      "DEMO_API_KEY",
      "NEXT_DIST_DIR",
    ];
    const env = { ...process.env, ...Object.fromEntries(unset.map((name) => [name, ""])), ...settings };
    this.#child = spawn("npm", ["run", "--silent", "dev"], {
      cwd: projectRoot,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        this.output += chunk.toString("utf8");
      });
    }
    this.#ended = once(this.#child, "close").then(([exitCode]) => {
      this.#hasEnded = true;
      return exitCode;
    });
  }

  /** @throws with its output when it ends, or takes too long, before it is ready. */
  async untilReady(): Promise<void> {
    const deadline = Date.now() + startPatienceMs;
    while (!this.output.includes(readyLine)) {
      if (this.#hasEnded) throw new Error(`It ended before it was ready:\n${this.output}`);
      if (Date.now() > deadline) throw new Error(`It was not ready in time:\n${this.output}`);
      await sleep(100);
    }
  }

  /** Its exit code; null when a signal ended it, undefined when it has not ended in time. */
  untilEnded(patienceMs: number): Promise<number | null | undefined> {
    return Promise.race([this.#ended, sleep(patienceMs, undefined, { ref: false })]);
  }

  /** Workers of the compiler end on their own once their parent has: a moment later. @returns whether all have ended. */
  async untilNoneIsLeft(patienceMs: number): Promise<boolean> {
    const deadline = Date.now() + patienceMs;
    while (this.isAnyLeft() && Date.now() < deadline) await sleep(50);
    return !this.isAnyLeft();
  }

  /** Signals every process of its group, as a terminal does. */
  signal(name: NodeJS.Signals): void {
    if (this.#child.pid !== undefined && this.isAnyLeft()) process.kill(-this.#child.pid, name);
  }

  /** Whether any process of its group still exists. */
  isAnyLeft(): boolean {
    if (this.#child.pid === undefined) return false;
    try {
      process.kill(-this.#child.pid, 0);
      return true;
    } catch {
      return false;
    }
  }
}
