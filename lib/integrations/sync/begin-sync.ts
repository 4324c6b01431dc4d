import { db, type Tx } from "#db/client.ts";
import { syncJobs } from "#db/schema/integrations.ts";
import { newId } from "#lib/ids.ts";
import type { SyncedKind } from "#lib/providers/contract/sync.ts";
import type { IntegrationRow } from "../integration-row.ts";
import { wakeSync } from "./wake-sync.ts";

/**
 * Starts a run over an account's products or orders, unless one is under way.
 * @param since only what has changed since; null = all of it, after which what was not seen is gone
 */
export async function beginSync(
  integration: Pick<IntegrationRow, "id" | "merchantId">,
  kind: SyncedKind,
  since: Date | null,
): Promise<void> {
  await planSync(db(), integration, kind, since);
  wakeSync();
}

/** The same within a transaction; whoever commits it wakes the sync. */
export async function planSync(
  tx: Tx,
  { id: integrationId, merchantId }: Pick<IntegrationRow, "id" | "merchantId">,
  kind: SyncedKind,
  since: Date | null,
): Promise<void> {
  await tx
    .insert(syncJobs)
    .values({ id: newId("job"), merchantId, integrationId, kind, since })
    .onConflictDoNothing();
}
