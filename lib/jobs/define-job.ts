import { onOurClock } from "#lib/work/our-clock.ts";
import type { Queue } from "#lib/work/waker.ts";
import { type JobEvent, type JobEventName, platformEvents, readJobEvent } from "./job-events.ts";
import { wakeAt } from "./wake.ts";

/** A piece of work that runs beside the requests: what wakes it and how, for whichever engine runs it. */
export type Job = {
  /** Stable: an Inngest server knows it by this. */
  id: string;
  name: string;
  /** Names of the events that wake it. */
  events: readonly string[];
  /** When it runs by the clock, in UTC; null = only when woken. */
  cron: string | null;
  /** So many events go together into one run, after this time at the latest; null = a run for each event. */
  batch: { maxSize: number; timeoutSeconds: number } | null;
  /** How many runs may be under way. An Inngest server counts them over all instances, an instance counts its own. */
  concurrency: number;
  /** Tries after the first that failed. */
  retries: 0 | 1 | 2 | 3 | 10;
  /** Of a job whose work lies in rows with due times: how to look for them. */
  queue: Queue | null;
  run(events: readonly JobEvent[]): Promise<unknown>;
};

/** A job whose work lies in rows with due times, and the event that says that there is some. */
type QueueJob = Job & { event: JobEventName; queue: Queue };

type Declared = Pick<Job, "id" | "name" | "run"> &
  Partial<Pick<Job, "cron" | "batch" | "concurrency" | "retries">> & {
    events?: readonly JobEventName[];
    /** Whether it is woken by the events of other services, too. */
    takesPlatformEvents?: boolean;
  };

/** Declares a job. Without a limit it runs once at a time, and is tried three times again. */
export function defineJob({ events = [], takesPlatformEvents = false, run, ...declared }: Declared): Job {
  return {
    cron: null,
    batch: null,
    concurrency: 1,
    retries: 3,
    queue: null,
    ...declared,
    events: takesPlatformEvents ? [...events, ...platformEvents] : events,
    run: async (rawEvents) => run(rawEvents.map(readJobEvent)),
  };
}

/** How long a run that another program waits for takes rows on. */
const calledRunMs = 45_000;

/**
 * Declares a job that works off rows with due times. A long-living process drains it on its own (`Waker`); elsewhere
 * each event is a run. Its due times are by the database's clock. It is not batched and not tried again: an Inngest
 * server ignores a time to come in the events of a batch, and what a run leaves is due still.
 */
export function defineQueue({
  id,
  name,
  event,
  concurrency = 1,
  ...declared
}: { id: string; name: string; event: JobEventName; concurrency?: number } & Omit<Queue, "name">): QueueJob {
  const queue: Queue = {
    name: id,
    pollMs: declared.pollMs,
    async drain(input) {
      const report = await declared.drain(input);
      return { ...report, nextDueAt: await onOurClock(report.nextDueAt) };
    },
    findNextDueAt: async () => onOurClock(await declared.findNextDueAt()),
  };
  return {
    event,
    ...defineJob({
      id,
      name,
      events: [event],
      concurrency,
      retries: 0,
      async run() {
        const report = await declared.drain({ budgetMs: calledRunMs });
        const at = await onOurClock(report.nextDueAt);
        if (report.nextDueAt && at) wakeAt(event, at, report.nextDueAt);
        return report;
      },
    }),
    queue,
  };
}
