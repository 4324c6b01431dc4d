import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { readIntegrationDto } from "./integration-dto.ts";
import { type IntegrationDto, integrationIdInput } from "./schema.ts";

/** @throws {AppError} 404 for what is not there, and for another merchant's */
export async function getIntegration({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<IntegrationDto> {
  authorise(ctx, "read");
  const { id } = parseInput(integrationIdInput, input);
  return readIntegrationDto(ctx, id);
}
