import { defineVerb } from "#lib/auth/verb.ts";
import { automationsUsing } from "#lib/automations/naming/using-integration.ts";
import { readIntegrationDto } from "./integration-dto.ts";
import { integrationDetailDto, integrationIdInput } from "./schema.ts";

/**
 * One connection, with what is wrong with it and the automations that use it.
 * @throws {AppError} 404 for what is not there, and for another merchant's
 */
export const getIntegration = defineVerb({
  permission: "read",
  input: integrationIdInput,
  output: integrationDetailDto,
  async run({ ctx, input: { id } }) {
    const dto = await readIntegrationDto(ctx, id);
    return { ...dto, automations: await automationsUsing(ctx.merchantId, id) };
  },
});
