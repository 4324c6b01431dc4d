import { authorise, type Ctx } from "#lib/auth/context.ts";
import { conflict } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { parseInput } from "#lib/parse.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { checkHealth } from "./health/check-health.ts";
import { readIntegrationDto } from "./integration-dto.ts";
import { manifestOf, requireIntegration } from "./integration-row.ts";
import { type IntegrationDto, integrationIdInput } from "./schema.ts";

/**
 * Asks the app now whether the connection works, and answers how it stands.
 * @throws {AppError} 404, 409 for one that is disconnected
 */
export async function checkIntegration({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: unknown;
}): Promise<IntegrationDto> {
  authorise(ctx, "integrations:write");
  const { id } = parseInput(integrationIdInput, input);
  const integration = await requireIntegration(ctx, id);
  if (integration.status === "disconnected") {
    throw conflict("disconnected", say("app_disconnected", { app: manifestOf(integration).name }));
  }
  try {
    await checkHealth(integration);
  } catch (error) {
    // What is wrong stands in the answer itself, as an issue or as the last error.
    if (!(error instanceof ProviderError)) throw error;
  }
  return readIntegrationDto(ctx, id);
}
