import { say } from "#lib/failures/say.ts";
import { createOAuthClient } from "#lib/integrations/calls/oauth-client.ts";
import { parseTokenAnswer, type Tokens, toTokens } from "#lib/oauth/token-answer.ts";
import type { OAuth2Auth } from "#lib/providers/contract/auth.ts";
import type { Manifest } from "#lib/providers/contract/manifest.ts";
import type { ProviderApp } from "#lib/providers/contract/provider-app.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { findProviderApp } from "#lib/providers/provider-app.ts";
import { getManifest, type IntegrationRow, loadProviderFor } from "../integration-row.ts";
import { type Secrets, secretsOfTokens } from "../tokens/secrets.ts";
import { toWire } from "./create-call.ts";
import type { Environment } from "./provider-address.ts";
import { recordCall } from "./record-call.ts";
import { type RequestNote, sendRequest } from "./send-request.ts";
import { toProviderError } from "./to-provider-error.ts";
import { withoutSecrets } from "./without-secrets.ts";

const timeoutMs = 10_000;

type Place = { provider: Manifest; environment: Environment; settings: Record<string, string> };

/**
 * Asks the provider for a new access token, and notes it among the integration's calls.
 * @throws {ProviderError}
 */
export async function requestTokens(integration: IntegrationRow, secrets: Secrets): Promise<Tokens> {
  const provider = await loadProviderFor(integration);
  const requests: RequestNote[] = [];
  const startedAt = new Date();
  const note = { integration, kind: "refresh", name: "refresh", requests, startedAt } as const;
  try {
    const tokens = await ask(integration, secrets, requests);
    await recordCall({ ...note, failure: null, said: [say("call_access_renewed", { app: provider.name })] });
    return tokens;
  } catch (error) {
    const found = toProviderError(provider, error);
    const failure = found && withoutSecrets(found, secrets);
    if (failure) await recordCall({ ...note, failure, said: [failure.said] });
    throw failure ?? error;
  }
}

/**
 * The access token of keys that were just typed, among the secrets; keys that need no exchange stay as they are.
 * @throws {ProviderError} where the keys are refused
 */
export async function exchangeKeys(
  place: Place,
  secrets: Secrets,
): Promise<{ secrets: Secrets; expiresAt: Date | null }> {
  const { auth } = place.provider;
  if (auth.kind !== "api_key" || !auth.tokenRequest) return { secrets, expiresAt: null };
  const { accessToken, expiresAt } = await askWithKeys(place, secrets, []);
  return { secrets: { ...secrets, accessToken }, expiresAt };
}

/**
 * What a code opens that came back from the provider's consent page.
 * @throws {ProviderError} where it is refused
 */
export async function exchangeCode(
  place: Place & { auth: OAuth2Auth; app: ProviderApp },
  sent: { code: string; redirectUri: string; verifier: string },
) {
  const { auth, settings } = place;
  const client = createOAuthClient({ ...place, requests: [] });
  const tokens = await client.exchangeCode(sent.code, sent.redirectUri, sent.verifier);
  return {
    secrets: secretsOfTokens(tokens),
    settings: { ...settings, ...tokens.settings },
    scopes: tokens.grantedScopes ?? auth.scopes.map(({ id }) => id),
    expiresAt: tokens.expiresAt,
    refreshExpiresAt: tokens.refreshExpiresAt,
  };
}

async function ask(integration: IntegrationRow, secrets: Secrets, requests: RequestNote[]): Promise<Tokens> {
  const provider = getManifest(integration);
  const { auth } = provider;
  const { environment, settings } = integration;
  if (auth.kind === "api_key") return askWithKeys({ provider, environment, settings }, secrets, requests);
  const app = findProviderApp(provider.id, environment);
  if (!app || !secrets.refreshToken) {
    throw new ProviderError({ kind: "unavailable", message: say("app_not_set_up", { app: provider.name }) });
  }
  return createOAuthClient({ provider, auth, app, environment, settings, requests }).refresh(
    secrets.refreshToken,
  );
}

async function askWithKeys(
  { provider, environment, settings }: Place,
  secrets: Secrets,
  requests: RequestNote[],
): Promise<Tokens> {
  if (provider.auth.kind !== "api_key" || !provider.auth.tokenRequest) {
    throw new Error(`${provider.id} has keys that need no refresh.`);
  }
  const wire = toWire(provider.auth.tokenRequest(secrets, settings));
  const reply = await sendRequest({ provider, environment, timeoutMs, ...wire }, requests);
  return readClientCredentials(provider.name, reply, getStart(requests));
}

function getStart(requests: readonly RequestNote[]): Date {
  return new Date(Date.now() - (requests.at(-1)?.ms ?? 0));
}

/** RFC 6749 §4.4.3. */
function readClientCredentials(name: string, reply: { status: number; text: string }, sentAt: Date): Tokens {
  const detail = `token endpoint: HTTP ${reply.status}`;
  if (reply.status === 400 || reply.status === 401) {
    throw new ProviderError({ kind: "auth", message: say("app_keys_refused", { app: name }), detail });
  }
  if (reply.status === 429) {
    const said = say("app_access_wait", { app: name });
    throw new ProviderError({ kind: "rate_limited", message: said, detail, retryAfterMs: 60_000 });
  }
  try {
    if (reply.status < 300) return toTokens(parseTokenAnswer(reply.text), {}, sentAt);
  } catch (cause) {
    throw new ProviderError({
      kind: "unavailable",
      message: say("app_unreadable", { app: name }),
      detail,
      cause,
    });
  }
  throw new ProviderError({ kind: "unavailable", message: say("app_access_trouble", { app: name }), detail });
}
