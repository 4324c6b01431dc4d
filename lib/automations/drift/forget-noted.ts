import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { reliesOnSchema } from "./relies-on-schema.ts";
import type { Repair } from "./schema.ts";
import { keyOfUse } from "./uses.ts";

/**
 * Forgets what was noted of the account for steps that were repaired: the next check notes it anew, as it is by then.
 * The transaction has locked the automation.
 */
export async function forgetNoted(
  tx: Tx,
  id: string,
  repairs: readonly { issue: { stepKey: string }; repair: Repair }[],
): Promise<void> {
  const [row] = await tx
    .select({ reliesOn: automations.reliesOn })
    .from(automations)
    .where(eq(automations.id, id));
  const noted = reliesOnSchema.safeParse(row?.reliesOn).data;
  if (noted === undefined) return;
  const keys = new Set(repairs.map(({ issue, repair }) => keyOfUse(issue.stepKey, repair.part)));
  const kept = Object.fromEntries(
    Object.entries(noted).map(([key, use]) => [
      key,
      keys.has(key) ? { ...use, resources: {}, places: {}, sources: [] } : use,
    ]),
  );
  await tx.update(automations).set({ reliesOn: kept }).where(eq(automations.id, id));
}
