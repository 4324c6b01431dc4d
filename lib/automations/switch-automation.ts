import type { Tx } from "#db/client.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { resumeDestination, stopDestination } from "#lib/engine/destination-state.ts";
import { conflict } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import type { AutomationRow } from "./naming/find-automation.ts";

/**
 * Has an automation that the transaction has locked run, or hold its runs. One that is so already stays as it is. Whoever
 * switches it on wakes deliveries once the transaction has ended.
 * @throws {AppError} 409 for one that was never published, and for pausing one that is switched off
 */
export async function switchAutomation(
  tx: Tx,
  ctx: Ctx,
  { id, liveVersion, state }: Pick<AutomationRow, "id" | "liveVersion" | "state">,
  isOn: boolean,
): Promise<void> {
  if (liveVersion === null) throw conflict("never_published", say("problem_automation_never_published"));
  if (isOn) {
    if (state === "active") return;
    await resumeDestination(tx, id);
    await recordAudit(tx, ctx, { action: "automation.resumed", targetId: id });
    return;
  }
  if (state === "disabled") throw conflict("automation_disabled", say("problem_automation_off_already"));
  if (await stopDestination(tx, id, { state: "paused", reason: "manual" })) {
    await recordAudit(tx, ctx, { action: "automation.paused", targetId: id });
  }
}
