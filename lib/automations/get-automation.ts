import { db } from "#db/client.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { findAutomation } from "./naming/find-automation.ts";
import { type AutomationDto, automationIdInput } from "./schema.ts";

/**
 * One automation with its draft.
 * @throws {AppError} 404 for another merchant's automation
 */
export async function getAutomation({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<AutomationDto> {
  authorise(ctx, "read");
  const { id } = parseInput(automationIdInput, input);
  return toAutomationDto(await findAutomation(db(), ctx.merchantId, id));
}
