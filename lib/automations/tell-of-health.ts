import { asc, eq } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { destinations } from "#db/schema/destinations.ts";
import {
  failingBeforeToldMinutes,
  hasHealthToTell,
  lastFailureToTell,
  stateToTell,
  type ToldState,
} from "#lib/deliveries/health-to-tell.ts";
import { say } from "#lib/failures/say.ts";
import { enqueueNotices } from "#lib/notices/enqueue-notices.ts";
import { wakeNotices } from "#lib/notices/wake-notices.ts";
import { type AutomationRow, selectAutomations } from "./find-automation.ts";

const batchSize = 100;

/**
 * Tells the people of a merchant that an automation has failed for 15 minutes, was switched off by Patchbay, or works
 * again: each once. What a person did by hand is not told.
 * @returns how many automations were told of
 */
export async function tellOfAutomationHealth(): Promise<{ told: number }> {
  const told = await db().transaction(async (tx) => {
    const rows = await selectAutomations(tx, hasHealthToTell())
      .orderBy(asc(automations.id))
      .limit(batchSize)
      .for("no key update", { of: destinations, skipLocked: true });
    for (const automation of rows) await tell(tx, automation);
    return rows.length;
  });
  if (told > 0) wakeNotices();
  return { told };
}

async function tell(tx: Tx, automation: AutomationRow): Promise<void> {
  const { id, merchantId, name } = automation;
  const state = stateToTell(automation);
  const about = state === null ? [] : await lastFailureToTell(tx, automation);
  await enqueueNotices(tx, {
    merchantId,
    said: noticeOf(state, { automation: name, automationId: id }),
    about,
  });
  await tx.update(destinations).set({ toldState: state }).where(eq(destinations.id, id));
}

function noticeOf(state: ToldState | null, of: { automation: string; automationId: string }) {
  if (state === null) return say("notice_automation_works", of);
  if (state === "disabled") return say("notice_automation_off", of);
  return say("notice_automation_failing", { ...of, minutes: failingBeforeToldMinutes });
}
