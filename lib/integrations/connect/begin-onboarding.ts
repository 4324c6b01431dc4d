import { env } from "#lib/env.ts";
import { createCall } from "#lib/integrations/calls/create-call.ts";
import { browserAddress, type Environment } from "#lib/integrations/calls/provider-address.ts";
import { toProviderError } from "#lib/integrations/calls/to-provider-error.ts";
import type { Onboarding } from "#lib/providers/contract/auth.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { buildRedirectUri } from "#lib/providers/provider-app.ts";
import { toConnectError } from "./connect-error.ts";
import { digest, findState, keepPending } from "./state.ts";

/**
 * Has the provider open an account for the merchant. Which one it is is kept with the state, so that the browser that
 * comes back brings nothing along that could name another.
 * @returns the provider's page on which the merchant fills in the rest
 * @throws {ConnectError} by the kind of the failure
 */
export async function beginOnboarding(options: {
  provider: Provider;
  onboarding: Onboarding;
  environment: Environment;
  settings: Record<string, string>;
  state: string;
}): Promise<string> {
  const { provider, onboarding, environment, settings: input, state } = options;
  const idempotencyKey = digest(state);
  const { call } = createCall({
    provider,
    environment,
    integrationId: null,
    credentials: {},
    settings: {},
    idempotencyKey,
  });
  const row = await findState(state, provider.id);
  if (!row) throw new Error("A state that was just made is not there.");
  try {
    const returnUrl = `${buildRedirectUri(provider.id)}?state=${state}`;
    const refreshUrl = new URL(`${env().APP_URL}/marketplace/${provider.id}?connect_error=expired`).href;
    const { url, settings } = await onboarding.begin(call, { input, returnUrl, refreshUrl });
    const scopes = provider.auth.scopes.map(({ id }) => id);
    const pending = { secrets: {}, settings, scopes, expiresAt: null, refreshExpiresAt: null };
    await keepPending(row, null, { verifier: "", pending });
    return browserAddress(provider, environment, url);
  } catch (error) {
    const failure = toProviderError(provider, error);
    throw failure ? toConnectError(failure) : error;
  }
}
