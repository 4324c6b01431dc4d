import { db } from "#db/client.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { findAutomation, lockAutomation } from "./naming/find-automation.ts";
import { automationDto, automationIdInput } from "./schema.ts";
import { switchAutomation } from "./switch-automation.ts";

/**
 * Resumes an automation: what was held is run, the oldest first, each by the version that was live when its event was
 * accepted, and then what comes. Resuming an active one changes nothing.
 * @throws {AppError} 404 for another merchant's automation, 409 for one that was never published
 */
export const resumeAutomation = defineVerb({
  permission: "integrations:write",
  input: automationIdInput,
  output: automationDto,
  async run({ ctx, input: { id } }) {
    const dto = await db().transaction(async (tx) => {
      const current = await lockAutomation(tx, ctx.merchantId, id);
      await switchAutomation(tx, ctx, current, true);
      return toAutomationDto(await findAutomation(tx, ctx.merchantId, id));
    });
    wakeDeliveries();
    return dto;
  },
});
