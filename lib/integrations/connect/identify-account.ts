import { newId } from "#lib/ids.ts";
import type { Account } from "#lib/providers/contract/call.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { storable } from "#lib/text.ts";
import { createCall } from "../calls/create-call.ts";
import type { Environment } from "../calls/provider-address.ts";
import { toProviderError } from "../calls/to-provider-error.ts";
import type { Secrets } from "../tokens/secrets.ts";

/**
 * Whose account new credentials open: the test that they work.
 * @throws {ProviderError} where they do not
 */
export async function identifyAccount(options: {
  provider: Provider;
  environment: Environment;
  secrets: Secrets;
  settings: Record<string, string>;
}): Promise<Account> {
  const { provider, environment, secrets, settings } = options;
  const idempotencyKey = newId("cal");
  const { call } = createCall({
    provider,
    environment,
    integrationId: null,
    credentials: secrets,
    settings,
    idempotencyKey,
  });
  try {
    const account = await provider.identify(call);
    return { ...account, label: storable(account.label) };
  } catch (error) {
    throw toProviderError(provider, error) ?? error;
  }
}
