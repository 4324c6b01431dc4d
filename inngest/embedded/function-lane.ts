import { setTimeout as sleep } from "node:timers/promises";
import { logger } from "#lib/logger.ts";
import { callFunction, type SdkHandler } from "./call-function.ts";
import type { RunnableFunction } from "./function-list.ts";
import type { RunnerEvent } from "./inbox.ts";

const firstRetryMs = 1_000;
const longestRetryMs = 60_000;

/**
 * The queue of one function. A run starts at once while there is room; events that come meanwhile go together into
 * the next. So a batch costs no waiting, and grows with the load.
 */
export class FunctionLane {
  readonly #declared: RunnableFunction;
  readonly #handler: SdkHandler;
  readonly #signingKey: string;
  readonly #waiting: RunnerEvent[] = [];
  readonly #runs = new Set<Promise<void>>();
  #isStopped = false;

  constructor(declared: RunnableFunction, handler: SdkHandler, signingKey: string) {
    this.#declared = declared;
    this.#handler = handler;
    this.#signingKey = signingKey;
  }

  listensTo(eventName: string): boolean {
    return this.#declared.events.includes(eventName);
  }

  push(event: RunnerEvent): void {
    this.#waiting.push(event);
    this.#fill();
  }

  async finish(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.#runs);
  }

  #fill(): void {
    while (!this.#isStopped && this.#waiting.length > 0 && this.#runs.size < this.#declared.maxRuns) {
      const run = this.#run(this.#waiting.splice(0, this.#declared.maxBatch)).finally(() => {
        this.#runs.delete(run);
        this.#fill();
      });
      this.#runs.add(run);
    }
  }

  async #run(events: readonly RunnerEvent[]): Promise<void> {
    const { id: functionId, maxRetries } = this.#declared;
    const runId = crypto.randomUUID();
    for (let attempt = 0; attempt <= maxRetries && !(attempt > 0 && this.#isStopped); attempt += 1) {
      const call = { functionId, runId, attempt, maxAttempts: maxRetries + 1, events };
      const result = await callFunction(this.#handler, this.#signingKey, call).catch((error: unknown) => ({
        kind: "failed" as const,
        canRetry: true,
        retryAfterMs: null,
        reason: String(error),
      }));
      if (result.kind === "done") return;
      const isLast = attempt === maxRetries || !result.canRetry;
      logger[isLast ? "error" : "warn"](
        { functionId, runId, attempt, reason: result.reason },
        "function run failed",
      );
      if (isLast) return;
      const backoffMs = Math.min(longestRetryMs, firstRetryMs * 2 ** attempt);
      await sleep(result.retryAfterMs ?? backoffMs, undefined, { ref: false });
    }
  }
}
