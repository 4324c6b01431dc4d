import { sql } from "drizzle-orm";
import { syncJobs } from "#db/schema/integrations.ts";
import { say } from "#lib/failures/say.ts";
import { logger } from "#lib/logger.ts";
import { claimDue, findNextDue, fromNow } from "#lib/work/claim-due.ts";
import { type WorkReport, workOff } from "#lib/work/work-off.ts";
import { endSyncJob, maxSyncAttempts, runSyncJob } from "./run-sync-job.ts";
import { leaseMs, type SyncJobRow } from "./sync-job.ts";

const atOnce = 4;

/** So long a run goes on; what is left then waits its turn, so that one large shop does not keep the others waiting. */
const runMs = 45_000;

const due = {
  table: syncJobs,
  id: syncJobs.id,
  dueAt: syncJobs.dueAt,
  isWaiting: sql`${syncJobs.status} IN ('waiting', 'running')`,
};

/** Works off the jobs that are due, each from the cursor at which it stopped. */
export function runSyncJobs(): Promise<WorkReport> {
  return workOff({ claim: claimJob, work: runOne, atOnce, budgetMs: runMs });
}

/** When the next job falls due; null = none waits. */
export function findNextSyncJob(): Promise<Date | null> {
  return findNextDue(due);
}

/** A fault of ours, or a record that cannot be kept: it goes on after its lease, but not forever. */
async function runOne(job: SyncJobRow, isTimeUp: () => boolean): Promise<void> {
  try {
    await runSyncJob(job, isTimeUp);
  } catch (error) {
    logger.error({ err: error, jobId: job.id, attempts: job.attempts }, "sync job broke");
    if (job.attempts < maxSyncAttempts) return;
    await endSyncJob(job, "failed", say("sync_broken"));
  }
}

function claimJob(): Promise<SyncJobRow | null> {
  return claimDue({
    ...due,
    lease: {
      status: "running",
      startedAt: sql`coalesce(${syncJobs.startedAt}, now())`,
      attempts: sql`${syncJobs.attempts} + 1`,
      dueAt: fromNow(leaseMs),
    },
  });
}
