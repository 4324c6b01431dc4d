import type { InngestFunction } from "inngest";
import { allJobs } from "#lib/jobs/all-jobs.ts";
import type { Job } from "#lib/jobs/define-job.ts";
import { countAsRun } from "#lib/work/runs.ts";
import { inngest } from "./client.ts";

/** Every job as an Inngest function, as served at /api/inngest. */
export function allFunctions(): InngestFunction.Any[] {
  return allJobs.map(toFunction);
}

/** A job as an Inngest function without steps: its state is in Postgres. */
export function toFunction(job: Job): InngestFunction.Any {
  const { id, name, batch, retries, concurrency } = job;
  const byClock = job.cron === null ? [] : [{ cron: job.cron }];
  return inngest().createFunction(
    {
      id,
      name,
      retries,
      concurrency: { limit: concurrency },
      triggers: [...job.events.map((event) => ({ event })), ...byClock],
      ...(batch && { batchEvents: { maxSize: batch.maxSize, timeout: `${batch.timeoutSeconds}s` } }),
    },
    ({ events }) => countAsRun(job.run(events)),
  );
}
