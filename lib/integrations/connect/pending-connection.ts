import { z } from "zod";
import { notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import type { ApiKeyAuth } from "#lib/providers/contract/auth.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { loadProvider } from "#lib/providers/registry.ts";
import { ConnectError } from "./connect-error.ts";
import { identifyAccount } from "./identify-account.ts";
import { findState, keepPending, keepRefusal, openState, type SealedState, type StateRow } from "./state.ts";

export function isConnectedByKeys(provider: Provider): provider is Provider & { auth: ApiKeyAuth } {
  return provider.auth.kind === "api_key";
}

/**
 * Takes the keys that a provider posts once the merchant agreed on its page. The post itself is unsigned: it counts by
 * the nonce that only the provider was told, and only once the keys open the very shop that was named. They connect
 * nothing until the browser that began comes back. Keys that do not work are taken as well, for a shop whose post is
 * refused says so in words of its own and lets nobody come back: the browser is told why.
 * @throws {AppError} 404 for a nonce that is unknown, used, or too old
 * @throws {ProviderError} where these are no keys
 */
export async function takeGrantedKeys(providerId: string, body: unknown): Promise<void> {
  const provider = await loadProvider(providerId);
  if (!provider || !isConnectedByKeys(provider) || !provider.auth.grant) throw notFound("address");
  const { nonce, credentials } = provider.auth.grant.readGrant(body);
  const row = await findState(nonce, providerId);
  if (!row || row.usedAt || row.pendingAccount || row.expiresAt <= new Date()) throw notFound("request");
  const { secrets, settings } = splitFields(provider.auth, { ...row.input, ...credentials });
  const asked = { provider, environment: row.environment, secrets, settings };
  const account = await identifyAccount(asked).catch(async (error: unknown) => {
    if (!(error instanceof ProviderError)) throw error;
    await keepRefusal(row, { kind: error.kind, said: error.said });
    return null;
  });
  if (!account) return;
  const scopes = [...(account.grantedScopes ?? provider.auth.scopes.map(({ id }) => id))];
  const pending = { secrets, settings, scopes, expiresAt: null, refreshExpiresAt: null };
  await keepPending(row, { id: account.id, label: account.label }, { verifier: "", pending });
}

/** What the provider has posted by the time the browser is back. */
export async function readPending(
  provider: Provider,
  row: StateRow,
  query: URLSearchParams,
): Promise<NonNullable<SealedState["pending"]>> {
  if (query.get("success") === "0") {
    throw new ConnectError("denied", say("connect_denied", { app: provider.name }));
  }
  const { pending, refusal } = await openState(row);
  if (pending) return pending;
  if (refusal) throw new ProviderError({ kind: refusal.kind, message: refusal.said });
  throw new ConnectError("provider_error", say("connect_no_keys", { app: provider.name }));
}

const texts = z.record(z.string(), z.string());

/** The secret fields of a connect form, and the rest. */
export function splitFields(auth: ApiKeyAuth, fields: Record<string, unknown>) {
  const all = texts.parse(fields);
  const isSecret = (name: string) => auth.input.shape[name]?.meta?.()?.secret === true;
  const secrets = Object.fromEntries(Object.entries(all).filter(([name]) => isSecret(name)));
  const settings = Object.fromEntries(Object.entries(all).filter(([name]) => !isSecret(name)));
  if (Object.keys(secrets).length === 0) {
    throw new ProviderError({ kind: "invalid_input", message: say("app_keys_missing") });
  }
  return { secrets, settings };
}
