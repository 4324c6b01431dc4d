import { Cron } from "croner";
import { logger } from "#lib/logger.ts";
import { Waker } from "#lib/work/waker.ts";
import type { Job } from "../define-job.ts";
import type { JobEvent, JobEventName } from "../job-events.ts";
import { type LocalRunner, setLocalRunner } from "../wake.ts";
import { JobLane } from "./job-lane.ts";

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
