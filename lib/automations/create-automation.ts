import { db } from "#db/client.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { insertAutomation } from "./insert-automation.ts";
import { type AutomationDto, createAutomationInput } from "./schema.ts";

/**
 * Creates an automation as a draft: it does nothing until it is published, which `enabled` does at once.
 * @throws {AppError} 422 for bad input, for a draft that is wrong, and for one that is to be enabled and could not be
 *   run; 409 at 500 automations
 */
export async function createAutomation({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<AutomationDto> {
  authorise(ctx, "integrations:write");
  const { name, enabled, ...draft } = parseInput(createAutomationInput, input);
  return db().transaction(async (tx) =>
    toAutomationDto(await insertAutomation(tx, ctx, { name, draft, recipeId: null, isPublished: enabled })),
  );
}
