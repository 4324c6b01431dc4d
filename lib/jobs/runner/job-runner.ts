import { setTimeout as sleep } from "node:timers/promises";
import { Cron } from "croner";
import { logger } from "#lib/logger.ts";
import { doublingWait } from "#lib/work/back-off.ts";
import { isEnding } from "#lib/work/runs.ts";
import { Waker } from "#lib/work/waker.ts";
import type { Job } from "../define-job.ts";
import type { JobEvent, JobEventName } from "../job-events.ts";
import { type LocalRunner, setLocalRunner } from "../wake.ts";

const retryWaits = { firstMs: 1_000, longestMs: 60_000 };

/**
 * The runs of one job in this process. A run starts at once while there is room; events that come meanwhile go together
 * into the next, as many as the job takes. So a batch costs no waiting, and grows with the load.
 */
class JobLane {
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

/**
 * Runs the jobs inside this process: queues are drained at once, at their next due time and when a look finds something;
 * events wake jobs; crons run on time. It stores nothing: what it forgets in a crash is due in Postgres.
 */
export class JobRunner implements LocalRunner {
  readonly #jobs: readonly Job[];
  readonly #areCronsOurs: () => Promise<boolean>;
  readonly #lanes = new Map<Job, JobLane>();
  readonly #wakers = new Map<Job, Waker>();
  readonly #crons: Cron[] = [];

  /** @param areCronsOurs asked at each time of a cron: false = someone else runs it */
  constructor(jobs: readonly Job[], areCronsOurs: () => Promise<boolean> = async () => true) {
    this.#jobs = jobs;
    this.#areCronsOurs = areCronsOurs;
  }

  /** Starts the crons, and looks for what is due since before. */
  start(): void {
    for (const job of this.#jobs) {
      if (job.queue) this.#wakers.set(job, new Waker(job.queue));
      else this.#lanes.set(job, new JobLane(job));
      if (job.cron === null) continue;
      const { cron } = job;
      this.#crons.push(new Cron(cron, { unref: true, timezone: "UTC" }, () => this.#runByClock(job, cron)));
    }
    setLocalRunner(this);
    for (const waker of this.#wakers.values()) waker.wake();
    logger.info({ jobs: this.#jobs.map((job) => job.id) }, "jobs run in this process");
  }

  /** Takes no further work and waits for the runs under way. */
  async stop(): Promise<void> {
    setLocalRunner(undefined);
    for (const cron of this.#crons) cron.stop();
    const runs = [...this.#lanes.values(), ...this.#wakers.values()];
    await Promise.all(runs.map((run) => run.stop()));
  }

  receive(event: JobEvent): void {
    for (const job of this.#jobs) {
      if (!job.events.includes(event.name)) continue;
      this.#wakers.get(job)?.wake();
      this.#lanes.get(job)?.push(event);
    }
  }

  wakeAt(event: JobEventName, at: Date): void {
    for (const [job, waker] of this.#wakers) if (job.events.includes(event)) waker.wakeAt(at);
  }

  async #runByClock(job: Job, cron: string): Promise<void> {
    if (!(await this.#areCronsOurs())) return;
    this.#lanes
      .get(job)
      ?.push({ id: crypto.randomUUID(), name: cronEventName, ts: Date.now(), data: { cron } });
  }
}

/** As an Inngest server names what a cron sends. */
const cronEventName = "inngest/scheduled.timer";
