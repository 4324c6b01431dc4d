import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { automationVersions } from "#db/schema/automations.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import type { AutomationRow } from "#lib/automations/naming/find-automation.ts";
import { wake } from "#lib/jobs/wake.ts";
import { noteReliance } from "./note-reliance.ts";
import type { ReliesOn } from "./relies-on-schema.ts";

/** What a definition that is to be live relies on, and has the account looked at once it is. */
export async function noteForPublishing(
  tx: Tx,
  { id, merchantId, liveVersion, reliesOn }: AutomationRow,
  definition: Definition,
): Promise<ReliesOn> {
  const [live] = await tx
    .select({ definition: automationVersions.definition })
    .from(automationVersions)
    .where(
      and(
        eq(automationVersions.merchantId, merchantId),
        eq(automationVersions.automationId, id),
        eq(automationVersions.number, liveVersion ?? 0),
      ),
    );
  // Woken before the transaction commits, the next look finds it.
  wake("drift/ready");
  return noteReliance(tx, merchantId, definition, live ? { ...live, reliesOn } : null);
}
