import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";

/** An attempt succeeded: whatever failed before is over. */
export async function markWell(tx: Tx, id: string): Promise<void> {
  await tx
    .update(destinations)
    .set({ failingSince: null })
    .where(and(eq(destinations.id, id), isNotNull(destinations.failingSince)));
}

/** An attempt failed: remembers the first of a run of failures. */
export async function markFailing(tx: Tx, id: string, since: Date): Promise<void> {
  await tx
    .update(destinations)
    .set({ failingSince: since })
    .where(and(eq(destinations.id, id), isNull(destinations.failingSince)));
}
