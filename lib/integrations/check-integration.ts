import { defineVerb } from "#lib/auth/verb.ts";
import { conflict } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { checkHealth } from "./health/check-health.ts";
import { readIntegrationDto } from "./integration-dto.ts";
import { getManifest, requireIntegration } from "./integration-row.ts";
import { integrationDto, integrationIdInput } from "./schema.ts";

/**
 * Asks the app now whether the connection works, and answers how it stands.
 * @throws {AppError} 404, 409 for one that is disconnected
 */
export const checkIntegration = defineVerb({
  permission: "integrations:write",
  input: integrationIdInput,
  output: integrationDto,
  async run({ ctx, input: { id } }) {
    const integration = await requireIntegration(ctx, id);
    if (integration.status === "disconnected") {
      throw conflict("disconnected", say("app_disconnected", { app: getManifest(integration).name }));
    }
    try {
      await checkHealth(integration);
    } catch (error) {
      // What is wrong stands in the answer itself, as an issue or as the last error.
      if (!(error instanceof ProviderError)) throw error;
    }
    return readIntegrationDto(ctx, id);
  },
});
