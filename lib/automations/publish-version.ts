import { and, eq, max, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { automations, automationVersions } from "#db/schema/automations.ts";
import { destinations } from "#db/schema/destinations.ts";
import { resumeDestination } from "#lib/engine/destination-state.ts";
import { conflict } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { wake } from "#lib/jobs/wake.ts";
import { requireRunnable } from "./check-definition.ts";
import type { Definition } from "./definition-schema.ts";
import { noteReliance } from "./drift/note-reliance.ts";
import type { ReliesOn } from "./drift/relies-on-schema.ts";
import type { AutomationRow } from "./naming/find-automation.ts";

const maxVersions = 1_000;

/**
 * Makes a definition the live version of an automation that the transaction has locked, and its draft. What is accepted
 * from now on goes by it; what waits keeps the version that it is pinned to. The first version switches the automation
 * on; one that is paused stays so.
 * @returns the number of the version
 * @throws {AppError} 422 with the path of each thing that could not be run, 409 at 1,000 versions
 */
export async function publishVersion(
  tx: Tx,
  current: AutomationRow,
  definition: Definition,
): Promise<number> {
  const { id, merchantId, liveVersion, revision } = current;
  await requireRunnable(tx, merchantId, definition);
  const [latest] = await tx
    .select({ number: max(automationVersions.number) })
    .from(automationVersions)
    .where(and(eq(automationVersions.merchantId, merchantId), eq(automationVersions.automationId, id)));
  const number = (latest?.number ?? 0) + 1;
  if (number > maxVersions)
    throw conflict("too_many_versions", say("problem_too_many_versions", { max: maxVersions }));
  await tx.insert(automationVersions).values({ automationId: id, number, merchantId, definition });
  await tx
    .update(destinations)
    .set({ eventTypes: [definition.eventType], liveVersion: number, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(destinations.merchantId, merchantId), eq(destinations.id, id)));
  await tx
    .update(automations)
    .set({
      draft: definition,
      isDraftLive: true,
      revision: revision + 1,
      reliesOn: await noteForPublishing(tx, current, definition),
      // What was chosen at the apps is noted by the first check.
      checkDueAt: sql`clock_timestamp()`,
    })
    .where(and(eq(automations.merchantId, merchantId), eq(automations.id, id)));
  if (liveVersion === null) await resumeDestination(tx, id);
  return number;
}

/** What a definition that is to be live relies on, and has the account looked at once it is. */
async function noteForPublishing(
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
