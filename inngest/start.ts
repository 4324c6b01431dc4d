import { env } from "#lib/env.ts";
import { allJobs } from "#lib/jobs/all-jobs.ts";
import { JobRunner } from "#lib/jobs/runner/job-runner.ts";
import { inngestState } from "./server-state.ts";

/**
 * Has this process do what is due on its own, unless `ENGINE=inngest` leaves that to the calls of an Inngest server. An
 * Inngest server that has our functions runs the crons; while it is away or does not know us, we do.
 * @returns the runner, or null with `ENGINE=inngest`
 */
export function startEngine(): JobRunner | null {
  if (env().ENGINE === "inngest") return null;
  const runner = new JobRunner(allJobs, areCronsOurs);
  runner.start();
  return runner;
}

/** Whether this process runs the crons: an Inngest server does, where there is one that knows us and answers. */
export async function areCronsOurs(): Promise<boolean> {
  if (!env().usesInngestServer) return true;
  return (await inngestState()).state !== "registered";
}
