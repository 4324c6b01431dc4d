import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations, syncJobs } from "#db/schema/integrations.ts";
import type { SyncedKind } from "#lib/providers/contract/sync.ts";
import { manifests } from "#lib/providers/manifests.ts";
import { beginSync } from "./begin-sync.ts";
import { readUpTo } from "./read-up-to.ts";

/** Webhooks keep the copies current; this catches what one of them missed. */
const changesEveryMinutes = 60;
/** A whole run finds what was deleted, too. */
const wholeEveryMinutes = 24 * 60;
const batchSize = 200;

/** Starts a run for every connected account whose last one is old enough. */
export async function beginDueSyncs(): Promise<{ begun: number }> {
  let begun = 0;
  for (const { id, syncs } of manifests) {
    for (const kind of syncs) begun += await beginFor(id, kind);
  }
  return { begun };
}

async function beginFor(provider: string, kind: SyncedKind): Promise<number> {
  const lastStart = db()
    .select({
      integrationId: syncJobs.integrationId,
      any: sql<Date | null>`max(${syncJobs.createdAt})`.as("any"),
      whole: sql<Date | null>`max(${syncJobs.createdAt}) FILTER (WHERE ${syncJobs.since} IS NULL)`.as(
        "whole",
      ),
    })
    .from(syncJobs)
    .where(eq(syncJobs.kind, kind))
    .groupBy(syncJobs.integrationId)
    .as("last_start");
  const rows = await db()
    .select({
      integration: integrations,
      isWholeDue: sql<boolean>`coalesce(${lastStart.whole} < now() - ${wholeEveryMinutes} * interval '1 minute', true)`,
    })
    .from(integrations)
    .leftJoin(lastStart, eq(lastStart.integrationId, integrations.id))
    .where(
      and(
        eq(integrations.provider, provider),
        eq(integrations.status, "connected"),
        sql`coalesce(${lastStart.any} < now() - ${changesEveryMinutes} * interval '1 minute', true)`,
      ),
    )
    .limit(batchSize);
  for (const { integration, isWholeDue } of rows) {
    await beginSync(integration, kind, isWholeDue ? null : await readUpTo(db(), integration.id, kind));
  }
  return rows.length;
}
