import { finishDrain } from "#lib/engine/poke-drain.ts";
import type { JobRunner } from "#lib/jobs/runner/job-runner.ts";
import { endRuns } from "#lib/work/runs.ts";

/** How long work under way may take to end when the process is told to; Docker and our own start allow more. */
const graceMs = 9_000;

/**
 * Takes nothing more on, and waits for what is under way, whichever engine began it: nothing would be lost without
 * this, but what is cut off half-way is sent a second time after its lease.
 */
export async function endInOrder(runner: JobRunner | null): Promise<void> {
  finishDrain();
  const grace = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
  await Promise.race([Promise.all([endRuns(), runner?.stop()]), grace]);
}
