import { eq, exists, ne, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { credentials, integrations } from "#db/schema/integrations.ts";
import { logger } from "#lib/logger.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { claimDue, findNextDue, fromNow } from "#lib/work/claim-due.ts";
import { workOff } from "#lib/work/work-off.ts";
import { noteFailure } from "../health/note-outcome.ts";
import { readCredentials } from "./credentials.ts";
import { isRefreshable, refreshCredentials } from "./refresh-credentials.ts";

const atOnce = 4;
/** A run takes nothing more on after this. */
const runMs = 45_000;
/** A refresh that failed is tried again after this; one that succeeds sets a time of its own. */
const retryMs = 5 * 60_000;

/** Renews what ends soon, ahead of time. */
export async function refreshDueCredentials(): Promise<{ refreshed: number; failed: number }> {
  let refreshed = 0;
  let failed = 0;
  const work = async (id: string) => {
    if (await refreshOne(id)) refreshed += 1;
    else failed += 1;
  };
  await workOff({ claim: claimId, work, atOnce, budgetMs: runMs });
  return { refreshed, failed };
}

/** When the next is to be renewed; null = none waits. */
export function findNextRefresh(): Promise<Date | null> {
  return findNextDue(due());
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

function due() {
  const { integrationId, refreshDueAt } = credentials;
  const integration = db()
    .select({ one: sql`1` })
    .from(integrations)
    .where(sql`${integrations.id} = ${integrationId} AND ${ne(integrations.status, "disconnected")}`);
  const isWaiting = sql`${refreshDueAt} IS NOT NULL AND ${exists(integration)}`;
  return { table: credentials, id: integrationId, dueAt: refreshDueAt, isWaiting };
}

async function claimId(): Promise<string | null> {
  const claimed = await claimDue({ ...due(), lease: { refreshDueAt: fromNow(retryMs) } });
  return claimed?.integrationId ?? null;
}
