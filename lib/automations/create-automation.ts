import { db } from "#db/client.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { toAutomationDto } from "./automation-dto.ts";
import { insertAutomation } from "./insert-automation.ts";
import { automationDto, createAutomationInput } from "./schema.ts";

/**
 * Creates an automation as a draft: it does nothing until it is published, which `enabled` does at once.
 * @throws {AppError} 422 for bad input, for a draft that is wrong, and for one that is to be enabled and could not be
 *   run; 409 at 500 automations
 */
export const createAutomation = defineVerb({
  permission: "integrations:write",
  input: createAutomationInput,
  output: automationDto,
  async run({ ctx, input: { name, enabled, ...draft } }) {
    return db().transaction(async (tx) =>
      toAutomationDto(await insertAutomation(tx, ctx, { name, draft, recipeId: null, isPublished: enabled })),
    );
  },
});
