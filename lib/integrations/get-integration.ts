import { authorise, type Ctx } from "#lib/auth/context.ts";
import { automationsUsing } from "#lib/automations/naming/using-integration.ts";
import { parseInput } from "#lib/parse.ts";
import { readIntegrationDto } from "./integration-dto.ts";
import { type IntegrationDetailDto, integrationIdInput } from "./schema.ts";

/**
 * One connection, with what is wrong with it and the automations that use it.
 * @throws {AppError} 404 for what is not there, and for another merchant's
 */
export async function getIntegration({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<IntegrationDetailDto> {
  authorise(ctx, "read");
  const { id } = parseInput(integrationIdInput, input);
  const dto = await readIntegrationDto(ctx, id);
  return { ...dto, automations: await automationsUsing(ctx.merchantId, id) };
}
