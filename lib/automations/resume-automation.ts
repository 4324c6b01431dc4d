import { db } from "#db/client.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { parseInput } from "#lib/parse.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { findAutomation, lockAutomation } from "./naming/find-automation.ts";
import { type AutomationDto, automationIdInput } from "./schema.ts";
import { switchAutomation } from "./switch-automation.ts";

/**
 * Resumes an automation: what was held is run, the oldest first, each by the version that was live when its event was
 * accepted, and then what comes. Resuming an active one changes nothing.
 * @throws {AppError} 404 for another merchant's automation, 409 for one that was never published
 */
export async function resumeAutomation({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<AutomationDto> {
  authorise(ctx, "integrations:write");
  const { id } = parseInput(automationIdInput, input);
  const dto = await db().transaction(async (tx) => {
    const current = await lockAutomation(tx, ctx.merchantId, id);
    await switchAutomation(tx, ctx, current, true);
    return toAutomationDto(await findAutomation(tx, ctx.merchantId, id));
  });
  wakeDeliveries();
  return dto;
}
