import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { automationVersions } from "#db/schema/automations.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import { findActions } from "#lib/automations/naming/find-actions.ts";
import type { AutomationRow } from "#lib/automations/naming/find-automation.ts";
import { conflict } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { planSteps, type Target } from "./plan-steps.ts";
import type { Original } from "./read-originals.ts";
import type { ReplayMode } from "./replay-schema.ts";
import type { PlannedRun } from "./write-replays.ts";

/** @throws {AppError} 409 for an automation that does not run, and where it is not about the events any more */
export function requireOn({ state, liveVersion }: AutomationRow): void {
  if (state !== "active" || liveVersion === null) {
    throw conflict("automation_off", say("problem_its_automation_off"));
  }
}

/** Plans runs of an automation, each by the version of the mode. */
export async function planRuns(
  tx: Tx,
  automation: AutomationRow,
  mode: ReplayMode,
  originals: readonly Original[],
): Promise<PlannedRun[]> {
  const live = mode === "same-version" ? null : await liveTarget(tx, automation);
  const getTarget = ({ version, definition }: Original): Target => live ?? { version, definition };
  const lookUpAction = await findActions(
    tx,
    automation.merchantId,
    originals.flatMap((original) => getTarget(original).definition.steps),
  );
  const now = Date.now();
  return originals.map((original) => {
    const target = getTarget(original);
    return { original, target, steps: planSteps(original, mode, target, lookUpAction, now) };
  });
}

async function liveTarget(tx: Tx, { id, merchantId, liveVersion }: AutomationRow): Promise<Target> {
  const [row] = await tx
    .select({ version: automationVersions.number, definition: automationVersions.definition })
    .from(automationVersions)
    .where(
      and(
        eq(automationVersions.merchantId, merchantId),
        eq(automationVersions.automationId, id),
        eq(automationVersions.number, liveVersion ?? 0),
      ),
    );
  if (!row) throw conflict("never_published", say("problem_automation_never_published"));
  return row;
}

/** Whether an event is what the version of a replay is about. */
export function isAbout({ eventType }: Pick<Definition, "eventType">, original: Original): boolean {
  return eventType === original.eventType;
}

/** Whether a run of the same event is under way: the original itself, or a replay of it. */
export async function isUnderWay(
  tx: Tx,
  { automationId, eventId }: Original,
  merchantId: string,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    SELECT 1 FROM delivery_queue WHERE merchant_id = ${merchantId} AND destination_id = ${automationId}
      AND event_id = ${eventId} LIMIT 1`);
  return rows.length > 0;
}
