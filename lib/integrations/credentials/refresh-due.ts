import { and, asc, eq, inArray, lte, ne, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { credentials, integrations } from "#db/schema/integrations.ts";
import { logger } from "#lib/logger.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { noteFailure } from "../health/note-outcome.ts";
import { readCredentials } from "./credentials.ts";
import { isRefreshable, refreshCredentials } from "./refresh-credentials.ts";

const batchSize = 100;
const atOnce = 4;
/** A refresh that failed is tried again after this; one that succeeds sets a time of its own. */
const retryMinutes = 5;

/** Renews what ends soon, ahead of time. */
export async function refreshDueCredentials(): Promise<{ refreshed: number; failed: number }> {
  const ids = await claimDue();
  let refreshed = 0;
  let failed = 0;
  const worker = async () => {
    for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
      if (await refreshOne(id)) refreshed += 1;
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { refreshed, failed };
}

async function refreshOne(id: string): Promise<boolean> {
  const [integration] = await db().select().from(integrations).where(eq(integrations.id, id));
  const current = await readCredentials(id);
  if (!integration || !current || !isRefreshable(integration, current)) return false;
  try {
    await refreshCredentials(integration, current.version);
    return true;
  } catch (error) {
    if (error instanceof ProviderError) {
      await noteFailure(integration, error, current.refreshExpiresAt, "refresh");
      if (error.kind === "auth") await stopRefreshing(id);
    } else logger.error({ err: error, integrationId: id }, "refresh broke");
    return false;
  }
}

/** A grant that has ended does not come back by asking; connecting again sets a new time. */
async function stopRefreshing(id: string): Promise<void> {
  await db().update(credentials).set({ refreshDueAt: null }).where(eq(credentials.integrationId, id));
}

async function claimDue(): Promise<string[]> {
  return db().transaction(async (tx) => {
    const rows = await tx
      .select({ id: credentials.integrationId })
      .from(credentials)
      .innerJoin(integrations, eq(integrations.id, credentials.integrationId))
      .where(
        and(
          lte(credentials.refreshDueAt, sql`statement_timestamp()`),
          ne(integrations.status, "disconnected"),
        ),
      )
      .orderBy(asc(credentials.refreshDueAt))
      .limit(batchSize)
      .for("update", { of: credentials, skipLocked: true });
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return [];
    await tx
      .update(credentials)
      .set({ refreshDueAt: sql`now() + ${retryMinutes} * interval '1 minute'` })
      .where(inArray(credentials.integrationId, ids));
    return ids;
  });
}
