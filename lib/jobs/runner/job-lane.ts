import { setTimeout as sleep } from "node:timers/promises";
import { logger } from "#lib/logger.ts";
import { doublingWait } from "#lib/work/back-off.ts";
import { isEnding } from "#lib/work/runs.ts";
import type { Job } from "../define-job.ts";
import type { JobEvent } from "../job-events.ts";

const retryWaits = { firstMs: 1_000, longestMs: 60_000 };

/**
 * The runs of one job in this process. A run starts at once while there is room; events that come meanwhile go together
 * into the next, as many as the job takes. So a batch costs no waiting, and grows with the load.
 */
export class JobLane {
  readonly #job: Job;
  readonly #waiting: JobEvent[] = [];
  readonly #runs = new Set<Promise<void>>();
  #isStopped = false;

  constructor(job: Job) {
    this.#job = job;
  }

  push(event: JobEvent): void {
    this.#waiting.push(event);
    this.#fill();
  }

  /** Starts nothing more; settles once the runs under way have ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all(this.#runs);
  }

  #fill(): void {
    while (!this.#isStopped && this.#waiting.length > 0 && this.#runs.size < this.#job.concurrency) {
      const run = this.#run(this.#waiting.splice(0, this.#job.batch?.maxSize ?? 1)).finally(() => {
        this.#runs.delete(run);
        this.#fill();
      });
      this.#runs.add(run);
    }
  }

  async #run(events: readonly JobEvent[]): Promise<void> {
    const { id: jobId, retries } = this.#job;
    for (let failures = 0; ; ) {
      try {
        await this.#job.run(events);
        return;
      } catch (error) {
        failures += 1;
        const isLast = failures > retries || this.#isStopped || isEnding();
        logger[isLast ? "error" : "warn"]({ err: error, jobId, failures }, "job failed");
        if (isLast) return;
      }
      await sleep(doublingWait(retryWaits, failures), undefined, { ref: false });
      if (this.#isStopped) return;
    }
  }
}
