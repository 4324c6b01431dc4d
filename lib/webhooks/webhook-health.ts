import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { webhooks } from "#db/schema/webhooks.ts";

/** An attempt succeeded: whatever failed before is over. */
export async function markWell(tx: Tx, webhookId: string): Promise<void> {
  await tx
    .update(webhooks)
    .set({ failingSince: null })
    .where(and(eq(webhooks.id, webhookId), isNotNull(webhooks.failingSince)));
}

/** An attempt failed: remembers the first of a run of failures. */
export async function markFailing(tx: Tx, webhookId: string, since: Date): Promise<void> {
  await tx
    .update(webhooks)
    .set({ failingSince: since })
    .where(and(eq(webhooks.id, webhookId), isNull(webhooks.failingSince)));
}
