import { and, desc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { resealJobs } from "#db/schema/vault.ts";
import { newId } from "#lib/ids.ts";

/** How far a run has come. */
export type ResealProgress = { jobId: string; keyId: string; total: number; done: number; failed: number };

/** Goes on with the run that was broken off, if it was for the same key; else begins one. */
export async function openJob(keyId: string, left: number): Promise<ResealProgress> {
  const [brokenOff] = await db()
    .select()
    .from(resealJobs)
    .where(and(eq(resealJobs.status, "running"), eq(resealJobs.keyId, keyId)))
    .orderBy(desc(resealJobs.id))
    .limit(1);
  const jobId = brokenOff?.id ?? newId("job");
  const done = brokenOff?.doneCount ?? 0;
  const progress = { jobId, keyId, total: done + left, done, failed: 0 };
  await endOthers(keyId);
  await db()
    .insert(resealJobs)
    .values({ id: jobId, keyId, totalCount: progress.total })
    .onConflictDoUpdate({
      target: resealJobs.id,
      set: { totalCount: progress.total, failedCount: 0 },
    });
  return progress;
}

/** A run for a key that is no longer the first one has nothing left to do. */
async function endOthers(keyId: string): Promise<void> {
  const open = await db().select().from(resealJobs).where(eq(resealJobs.status, "running"));
  for (const job of open.filter((other) => other.keyId !== keyId)) {
    const message = `Broken off: "${keyId}" is the first key now.`;
    await db()
      .update(resealJobs)
      .set({ status: "failed", message, finishedAt: new Date() })
      .where(eq(resealJobs.id, job.id));
  }
}

export async function saveProgress({ jobId, done, failed }: ResealProgress): Promise<void> {
  await db().update(resealJobs).set({ doneCount: done, failedCount: failed }).where(eq(resealJobs.id, jobId));
}

/** @param message what stands in the way of the rest; null when all is done */
export async function closeJob(progress: ResealProgress, message: string | null): Promise<void> {
  await db()
    .update(resealJobs)
    .set({
      status: message === null ? "done" : "failed",
      message,
      doneCount: progress.done,
      failedCount: progress.failed,
      finishedAt: new Date(),
    })
    .where(eq(resealJobs.id, progress.jobId));
}
