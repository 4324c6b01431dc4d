import { db } from "#db/client.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { automationsUsing, whatStops } from "#lib/automations/naming/using-integration.ts";
import { revokeGrant } from "./connect/revoke-grant.ts";
import { endConnection } from "./end-connection.ts";
import { unsubscribeInbound } from "./inbound/subscribe-inbound.ts";
import { readIntegrationDto } from "./integration-dto.ts";
import { requireIntegration } from "./integration-row.ts";
import { disconnectedDto, integrationIdInput } from "./schema.ts";

/**
 * Ends a connection: gives the access back at the provider, forgets the secrets and the local copies. The connection
 * itself stays listed, so that its history can be read and it can be connected again under its id.
 * @throws {AppError} 404
 */
export const disconnect = defineVerb({
  permission: "integrations:write",
  input: integrationIdInput,
  output: disconnectedDto,
  async run({ ctx, input: { id } }) {
    const integration = await requireIntegration(ctx, id);
    const stoppedAutomations = whatStops(await automationsUsing(ctx.merchantId, id));
    await unsubscribeInbound(integration);
    const secrets = await db().transaction((tx) => endConnection(tx, integration, "merchant", ctx));
    const { provider, environment, accountId, settings } = integration;
    const { isRevoked } = secrets
      ? await revokeGrant({ provider, environment, accountId, settings, secrets })
      : { isRevoked: false };
    const dto = await readIntegrationDto(ctx, id);
    return { ...dto, stoppedAutomations, isRevokedAtProvider: isRevoked };
  },
});
