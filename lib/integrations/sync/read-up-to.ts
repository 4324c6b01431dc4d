import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { syncJobs } from "#db/schema/integrations.ts";
import type { SyncedKind } from "#lib/providers/contract/sync.ts";

const overlapMs = 10 * 60_000;

/**
 * From when on changes are not known to have been read: the start of the last run that came to its end, and some time
 * before it. null = none has, and all is to be read.
 */
export async function readUpTo(tx: Tx, integrationId: string, kind: SyncedKind): Promise<Date | null> {
  const [last] = await tx
    .select({ createdAt: syncJobs.createdAt })
    .from(syncJobs)
    .where(
      and(eq(syncJobs.integrationId, integrationId), eq(syncJobs.kind, kind), eq(syncJobs.status, "done")),
    )
    .orderBy(desc(syncJobs.createdAt))
    .limit(1);
  return last ? new Date(last.createdAt.getTime() - overlapMs) : null;
}
