import { db } from "#db/client.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { findAutomation } from "./naming/find-automation.ts";
import { automationDto, automationIdInput } from "./schema.ts";

/**
 * One automation with its draft.
 * @throws {AppError} 404 for another merchant's automation
 */
export const getAutomation = defineVerb({
  permission: "read",
  input: automationIdInput,
  output: automationDto,
  async run({ ctx, input: { id } }) {
    return toAutomationDto(await findAutomation(db(), ctx.merchantId, id));
  },
});
