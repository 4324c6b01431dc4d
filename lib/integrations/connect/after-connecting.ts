import { logger } from "#lib/logger.ts";
import type { Account } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { openMissingScopes, openRequirements } from "../health/missing-scopes.ts";
import { subscribeInbound } from "../inbound/subscribe-inbound.ts";
import { getManifest, type IntegrationRow } from "../integration-row.ts";
import { beginSync } from "../sync/begin-sync.ts";

/**
 * What a connection needs besides: the provider's webhooks to us, the local copies, a word on permissions that were
 * not given. A failure here does not undo the connection: the next check tries again.
 */
export async function afterConnecting(integration: IntegrationRow, account: Account): Promise<void> {
  await openMissingScopes(integration);
  await openRequirements(integration, account.requirements);
  try {
    await subscribeInbound(integration);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    logger.warn(
      { err: error, integrationId: integration.id },
      "provider's webhooks not set up; tried again later",
    );
  }
  for (const kind of ["product", "order"] as const) {
    if (getManifest(integration).syncs.includes(kind)) await beginSync(integration, kind, null);
  }
}
