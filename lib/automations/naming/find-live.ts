import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { automationVersions } from "#db/schema/automations.ts";
import type { AutomationRow } from "#lib/automations/naming/find-automation.ts";
import type { Definition } from "../definition-schema.ts";

export type LiveVersion = { version: number; definition: Definition };

/** The live version of an automation; null = none was published. */
export async function findLive(
  tx: Tx,
  { id, merchantId, liveVersion }: AutomationRow,
): Promise<LiveVersion | null> {
  if (liveVersion === null) return null;
  const [row] = await tx
    .select({ version: automationVersions.number, definition: automationVersions.definition })
    .from(automationVersions)
    .where(
      and(
        eq(automationVersions.merchantId, merchantId),
        eq(automationVersions.automationId, id),
        eq(automationVersions.number, liveVersion),
      ),
    );
  return row ?? null;
}
