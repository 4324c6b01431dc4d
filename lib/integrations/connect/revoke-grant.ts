import { logger } from "#lib/logger.ts";
import { findProviderApp } from "#lib/oauth/provider-app.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { toWire } from "../calls/create-call.ts";
import type { Environment } from "../calls/provider-address.ts";
import { type RequestNote, sendRequest } from "../calls/send-request.ts";
import type { Secrets } from "../credentials/secrets.ts";
import { providerOf } from "../integration-row.ts";

const timeoutMs = 5_000;

/**
 * Ends a grant at the provider, where it has a way to. One that fails is told, not thrown: whoever disconnects must
 * not be kept from it by a provider that is down.
 */
export async function revokeGrant(given: {
  provider: string;
  environment: Environment;
  secrets: Secrets;
  settings: Record<string, string>;
}): Promise<{ isRevoked: boolean; requests: RequestNote[] }> {
  const requests: RequestNote[] = [];
  const provider = providerOf(given);
  const { auth } = provider;
  const { environment, secrets: credentials, settings } = given;
  const app = findProviderApp(provider.id, environment);
  if (auth.kind !== "oauth2" || !auth.revoke || !app) return { isRevoked: false, requests };
  const wire = toWire(auth.revoke({ credentials, settings, app }));
  try {
    const reply = await sendRequest({ provider, environment, timeoutMs, ...wire }, requests);
    // 4xx: there is nothing left to revoke.
    return { isRevoked: reply.status < 500 && reply.status !== 429, requests };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    logger.warn({ err: error, provider: provider.id }, "grant not revoked");
    return { isRevoked: false, requests };
  }
}
