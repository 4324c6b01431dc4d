import { db } from "#db/client.ts";
import { syncJobs } from "#db/schema/integrations.ts";
import { newId } from "#lib/ids.ts";
import type { SyncedKind } from "#lib/providers/sync.ts";
import type { IntegrationRow } from "../integration-row.ts";
import { wakeSync } from "./wake-sync.ts";

/**
 * Starts a run over an account's products or orders, unless one is under way.
 * @param since only what has changed since; null = all of it, after which what was not seen is gone
 */
export async function beginSync(
  integration: IntegrationRow,
  kind: SyncedKind,
  since: Date | null,
): Promise<void> {
  await db()
    .insert(syncJobs)
    .values({
      id: newId("job"),
      merchantId: integration.merchantId,
      integrationId: integration.id,
      kind,
      since,
    })
    .onConflictDoNothing();
  wakeSync();
}
