import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { syncJobs } from "#db/schema/integrations.ts";
import { logger } from "#lib/logger.ts";
import { runSyncJob } from "./run-sync-job.ts";
import { leaseMs, type SyncJobRow } from "./sync-job.ts";

const atOnce = 4;

/** Works off the jobs that are due, each from the cursor at which it stopped. */
export async function runSyncJobs(): Promise<{ jobs: number }> {
  let jobs = 0;
  const worker = async () => {
    for (let job = await claimJob(); job; job = await claimJob()) {
      jobs += 1;
      await runSyncJob(job).catch((error: unknown) => {
        logger.error({ err: error, jobId: job?.id }, "sync job broke; it goes on after its lease");
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { jobs };
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
