import { db } from "#db/client.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { findAutomation, lockAutomation } from "./naming/find-automation.ts";
import { automationDto, automationIdInput } from "./schema.ts";
import { switchAutomation } from "./switch-automation.ts";

/**
 * Pauses an automation: nothing more is begun. What waits and what happens from now on is held until it is resumed; a
 * run that is under way ends. Pausing a paused one changes nothing.
 * @throws {AppError} 404 for another merchant's automation, 409 for one that was never published or is switched off
 */
export const pauseAutomation = defineVerb({
  permission: "integrations:write",
  input: automationIdInput,
  output: automationDto,
  async run({ ctx, input: { id } }) {
    return db().transaction(async (tx) => {
      const current = await lockAutomation(tx, ctx.merchantId, id);
      await switchAutomation(tx, ctx, current, false);
      return toAutomationDto(await findAutomation(tx, ctx.merchantId, id));
    });
  },
});
