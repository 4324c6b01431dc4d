import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { syncJobs } from "#db/schema/integrations.ts";
import { logger } from "#lib/logger.ts";
import { endSyncJob, maxSyncAttempts, runSyncJob } from "./run-sync-job.ts";
import { leaseMs, type SyncJobRow } from "./sync-job.ts";

const atOnce = 4;

/** So long a run goes on; what is left then waits its turn, so that one large shop does not keep the others waiting. */
const runMs = 45_000;

/** Works off the jobs that are due, each from the cursor at which it stopped. */
export async function runSyncJobs(): Promise<{ jobs: number; isMoreDue: boolean }> {
  const deadline = Date.now() + runMs;
  let jobs = 0;
  let isMoreDue = false;
  const worker = async () => {
    for (let job = await claimJob(); job; job = await claimJob()) {
      jobs += 1;
      await runOne(job, deadline);
      if (Date.now() > deadline) {
        isMoreDue = true;
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { jobs, isMoreDue };
}

/** A fault of ours, or a record that cannot be kept: it goes on after its lease, but not for ever. */
async function runOne(job: SyncJobRow, deadline: number): Promise<void> {
  try {
    await runSyncJob(job, deadline);
  } catch (error) {
    logger.error({ err: error, jobId: job.id, attempts: job.attempts }, "sync job broke");
    if (job.attempts < maxSyncAttempts) return;
    await endSyncJob(job, "failed", "Something in this account could not be copied. Our log has what.");
  }
}

async function claimJob(): Promise<SyncJobRow | null> {
  return db().transaction(async (tx) => {
    const [due] = await tx
      .select({ id: syncJobs.id })
      .from(syncJobs)
      .where(
        and(
          inArray(syncJobs.status, ["waiting", "running"]),
          lte(syncJobs.dueAt, sql`statement_timestamp()`),
        ),
      )
      .orderBy(asc(syncJobs.dueAt))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!due) return null;
    const [claimed] = await tx
      .update(syncJobs)
      .set({
        status: "running",
        startedAt: sql`coalesce(${syncJobs.startedAt}, now())`,
        attempts: sql`${syncJobs.attempts} + 1`,
        dueAt: sql`now() + ${leaseMs} * interval '1 millisecond'`,
      })
      .where(eq(syncJobs.id, due.id))
      .returning();
    return claimed ?? null;
  });
}
