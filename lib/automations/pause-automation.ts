import { db } from "#db/client.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { findAutomation, lockAutomation } from "./naming/find-automation.ts";
import { type AutomationDto, automationIdInput } from "./schema.ts";
import { switchAutomation } from "./switch-automation.ts";

/**
 * Pauses an automation: nothing more is begun. What waits and what happens from now on is held until it is resumed; a
 * run that is under way ends. Pausing a paused one changes nothing.
 * @throws {AppError} 404 for another merchant's automation, 409 for one that was never published or is switched off
 */
export async function pauseAutomation({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<AutomationDto> {
  authorise(ctx, "integrations:write");
  const { id } = parseInput(automationIdInput, input);
  return db().transaction(async (tx) => {
    const current = await lockAutomation(tx, ctx.merchantId, id);
    await switchAutomation(tx, ctx, current, false);
    return toAutomationDto(await findAutomation(tx, ctx.merchantId, id));
  });
}
