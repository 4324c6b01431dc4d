import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations, syncJobs } from "#db/schema/integrations.ts";
import { newId } from "#lib/ids.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import type { SyncSource } from "#lib/providers/sync.ts";
import { callProvider } from "../calls/call-provider.ts";
import { type IntegrationRow, providerOf } from "../integration-row.ts";
import { leaseMs, type SyncJobRow } from "./sync-job.ts";
import { deleteUnseen, writeRecords } from "./write-records.ts";

export const maxSyncAttempts = 8;
/** More than any shop here has: beyond it, a shop that never ends its list is not believed. */
const maxRecords = 200_000;
const shortestRetryMs = 15_000;
const longestRetryMs = 30 * 60_000;

/** Reads page after page into the local copy; the cursor moves in the same transaction as what it has passed. */
export async function runSyncJob(job: SyncJobRow, deadline: number): Promise<void> {
  const [integration] = await db().select().from(integrations).where(eq(integrations.id, job.integrationId));
  const source = integration ? providerOf(integration).sync[job.kind] : undefined;
  if (!integration || !source || integration.status === "disconnected") {
    await endSyncJob(job, "cancelled", "The app was disconnected.");
    return;
  }
  try {
    await readPages(job, integration, source, deadline);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    await putOff(job, error);
  }
}

async function readPages(
  job: SyncJobRow,
  integration: IntegrationRow,
  source: SyncSource,
  deadline: number,
): Promise<void> {
  let cursor = job.cursor;
  let done = job.doneCount;
  do {
    const from: string | null = cursor;
    const { result } = await callProvider({
      integration,
      kind: "sync",
      name: job.kind,
      idempotencyKey: newId("cal"),
      run: (call) => source.page(call, { cursor: from, since: job.since?.toISOString() ?? null }),
      describe: ({ records }) => `${records.length} read.`,
    });
    const isStillOurs = await db().transaction(async (tx) => {
      const [moved] = await tx
        .update(syncJobs)
        .set({
          cursor: result.nextCursor,
          doneCount: sql`${syncJobs.doneCount} + ${result.records.length}`,
          totalCount: result.total ?? job.totalCount,
          attempts: 0,
          dueAt: sql`now() + ${leaseMs} * interval '1 millisecond'`,
        })
        .where(and(eq(syncJobs.id, job.id), eq(syncJobs.status, "running")))
        .returning({ id: syncJobs.id });
      if (!moved) return false;
      await writeRecords(tx, integration, result.records, job.id);
      if (result.nextCursor === null) {
        const { id, integrationId, kind, startedAt } = job;
        if (job.since === null && startedAt) await deleteUnseen(tx, { id, integrationId, kind, startedAt });
        await tx.update(syncJobs).set({ status: "done", finishedAt: new Date() }).where(eq(syncJobs.id, id));
      }
      return true;
    });
    if (!isStillOurs) return;
    cursor = result.nextCursor;
    done += result.records.length;
    if (cursor !== null && done > maxRecords) {
      return endSyncJob(job, "failed", `There are more than ${maxRecords.toLocaleString("en")} of them.`);
    }
    if (cursor !== null && Date.now() > deadline) return handBack(job);
  } while (cursor !== null);
}

/** Others have waited meanwhile: the job goes to the end of the queue. */
async function handBack(job: SyncJobRow): Promise<void> {
  await db()
    .update(syncJobs)
    .set({ status: "waiting", dueAt: sql`now()` })
    .where(and(eq(syncJobs.id, job.id), eq(syncJobs.status, "running")));
}

/** What passes by itself is tried again from where it stopped; the rest waits for the merchant. */
async function putOff(job: SyncJobRow, failure: ProviderError): Promise<void> {
  const passes = ["rate_limited", "timeout", "unavailable"].includes(failure.kind);
  if (!passes || job.attempts >= maxSyncAttempts) {
    await endSyncJob(job, "failed", failure.message);
    return;
  }
  const backOffMs = Math.min(longestRetryMs, shortestRetryMs * 2 ** job.attempts);
  const waitMs = Math.max(failure.retryAfterMs ?? 0, backOffMs);
  await db()
    .update(syncJobs)
    .set({
      status: "waiting",
      message: failure.message,
      dueAt: sql`now() + ${waitMs} * interval '1 millisecond'`,
    })
    .where(and(eq(syncJobs.id, job.id), eq(syncJobs.status, "running")));
}

export async function endSyncJob(
  job: SyncJobRow,
  status: "failed" | "cancelled",
  message: string,
): Promise<void> {
  await db()
    .update(syncJobs)
    .set({ status, message, finishedAt: new Date() })
    .where(and(eq(syncJobs.id, job.id), eq(syncJobs.status, "running")));
}
