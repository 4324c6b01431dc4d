import { and, eq, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { integrations, syncJobs } from "#db/schema/integrations.ts";
import { consequences } from "#lib/failures/consequences.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import type { SyncPage, SyncSource } from "#lib/providers/contract/sync.ts";
import { isStorable } from "#lib/text.ts";
import { doublingWait } from "#lib/work/back-off.ts";
import { fromNow } from "#lib/work/claim-due.ts";
import { callProvider } from "../calls/call-provider.ts";
import { getManifest, type IntegrationRow, loadProviderFor } from "../integration-row.ts";
import { forgetUnmet, keepUnread, markUnreadAsSeen, metNameless } from "../unread/keep-unread.ts";
import { unreadNotes } from "../unread/unread-notes.ts";
import { leaseMs, type SyncJobRow } from "./sync-job.ts";
import { deleteUnseen, writeRecords } from "./write-records.ts";

export const maxSyncAttempts = 8;
/** More than any shop here has: beyond it, a shop that never ends its list is not believed. */
const maxRecords = 200_000;
const retryWaits = { firstMs: 30_000, longestMs: 30 * 60_000 };

/** Reads page after page into the local copy; the cursor moves in the same transaction as what it has passed. */
export async function runSyncJob(job: SyncJobRow, isTimeUp: () => boolean): Promise<void> {
  const [integration] = await db().select().from(integrations).where(eq(integrations.id, job.integrationId));
  const source = integration ? (await loadProviderFor(integration)).sync[job.kind] : undefined;
  if (!integration || !source || integration.status === "disconnected") {
    await endSyncJob(job, "cancelled", say("sync_disconnected"));
    return;
  }
  try {
    await readPages(job, integration, source, isTimeUp);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    await putOff(job, error);
  }
}

async function readPages(
  job: SyncJobRow,
  integration: IntegrationRow,
  source: SyncSource,
  isTimeUp: () => boolean,
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
      describe: describePage,
    });
    const met = result.records.length + result.unread.length;
    const next = usableCursor(result.nextCursor, from);
    const isCutOff = result.isCutOff === true || next !== result.nextCursor;
    const isStillOurs = await db().transaction(async (tx) => {
      const [moved] = await tx
        .update(syncJobs)
        .set({
          cursor: next,
          doneCount: sql`${syncJobs.doneCount} + ${met}`,
          unreadCount: sql`${syncJobs.unreadCount} + ${result.unread.length}`,
          totalCount: toCount(result.total) ?? job.totalCount,
          attempts: 0,
          dueAt: fromNow(leaseMs),
        })
        .where(and(eq(syncJobs.id, job.id), eq(syncJobs.status, "running")))
        .returning({ id: syncJobs.id });
      if (!moved) return false;
      await writeRecords(tx, integration, result.records, job.id);
      await keepUnread(tx, integration, { source: "copy", list: job.kind }, result.unread, job.id);
      await markUnreadAsSeen(tx, job.integrationId, job.kind, result.unread, job.id);
      if (next === null && !isCutOff) await concludeRun(tx, job);
      return true;
    });
    if (!isStillOurs) return;
    if (isCutOff) {
      const { name } = getManifest(integration);
      return endSyncJob(job, "failed", say("sync_cut_off", { app: name }));
    }
    cursor = next;
    done += met;
    if (cursor !== null && done > maxRecords) {
      return endSyncJob(job, "failed", say("sync_too_many", { max: maxRecords }));
    }
    if (cursor !== null && isTimeUp()) return handBack(job);
  } while (cursor !== null);
}

/** After the last page. What a whole run did not see is gone, unless it saw something that nobody can name. */
async function concludeRun(tx: Tx, job: SyncJobRow): Promise<void> {
  const { id, integrationId, kind, startedAt } = job;
  if (job.since === null && startedAt) {
    const isSure = !(await metNameless(tx, integrationId, id));
    if (isSure) await deleteUnseen(tx, { id, integrationId, kind, startedAt });
    await forgetUnmet(tx, integrationId, { source: "copy", list: kind }, { jobId: id, since: startedAt });
  }
  await tx
    .update(syncJobs)
    .set({ status: "done", finishedAt: new Date(), code: null, params: null })
    .where(eq(syncJobs.id, id));
}

function describePage({ records, unread }: SyncPage): readonly [Message, ...Message[]] {
  return [say("call_page_read", { count: records.length }), ...unreadNotes(unread)];
}

/** A cursor that leads where we are already, or that cannot be kept, leads nowhere. */
function usableCursor(next: string | null, from: string | null): string | null {
  return next === from || (next !== null && !isStorable(next)) ? null : next;
}

/** As the column keeps it. */
function toCount(total: number | undefined): number | undefined {
  return total !== undefined && Number.isSafeInteger(total) && total >= 0 && total < 2 ** 31
    ? total
    : undefined;
}

/** Others have waited meanwhile: the job goes to the end of the queue. */
async function handBack(job: SyncJobRow): Promise<void> {
  await db()
    .update(syncJobs)
    .set({ status: "waiting", dueAt: sql`now()` })
    .where(and(eq(syncJobs.id, job.id), eq(syncJobs.status, "running")));
}

/** What passes on its own is tried again from where it stopped; the rest waits for the merchant. */
async function putOff(job: SyncJobRow, failure: ProviderError): Promise<void> {
  const passes = consequences[failure.kind].retry !== "never";
  if (!passes || job.attempts >= maxSyncAttempts) {
    await endSyncJob(job, "failed", failure.said);
    return;
  }
  const waitMs = Math.max(failure.retryAfterMs ?? 0, doublingWait(retryWaits, job.attempts));
  await db()
    .update(syncJobs)
    .set({
      status: "waiting",
      ...failure.said,
      dueAt: fromNow(waitMs),
    })
    .where(and(eq(syncJobs.id, job.id), eq(syncJobs.status, "running")));
}

export async function endSyncJob(
  job: SyncJobRow,
  status: "failed" | "cancelled",
  said: Message,
): Promise<void> {
  await db()
    .update(syncJobs)
    .set({ status, ...said, finishedAt: new Date() })
    .where(and(eq(syncJobs.id, job.id), eq(syncJobs.status, "running")));
}
