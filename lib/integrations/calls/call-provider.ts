import { consequences } from "#lib/failures/consequences.ts";
import type { Message } from "#lib/failures/message.ts";
import { decideFee } from "#lib/fees/decide-fee.ts";
import type { Call } from "#lib/providers/contract/call.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import type { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { pauseIntegration } from "../budget/pause-integration.ts";
import { takeFromBudget } from "../budget/take-from-budget.ts";
import { noteFailure, noteSuccess } from "../health/note-outcome.ts";
import { getManifest, type IntegrationRow, loadProviderFor } from "../integration-row.ts";
import type { CallDto } from "../schema.ts";
import { type Credentials, readCredentials } from "../tokens/credentials.ts";
import { isRefreshable, refreshCredentials } from "../tokens/refresh-credentials.ts";
import { createCall } from "./create-call.ts";
import { disconnectedError } from "./disconnected-error.ts";
import { recordCall } from "./record-call.ts";
import type { RequestNote } from "./send-request.ts";
import { toProviderError } from "./to-provider-error.ts";
import { withoutSecrets } from "./without-secrets.ts";

/** A token that ends so soon is not sent on its way any more. */
const almostExpiredMs = 30_000;
/** What a provider asks for without saying how long. */
const defaultPauseMs = 30_000;

type ProviderCall<Result> = {
  integration: IntegrationRow;
  kind: CallDto["kind"];
  name: string;
  idempotencyKey: string;
  /** Nobody can have used this key before; default: false. */
  isFirstUse?: boolean;
  run: (call: Call) => Promise<Result>;
  /** What the log says when it worked. */
  describe: (result: Result) => readonly [Message, ...Message[]];
};

/**
 * Runs one call with an integration's credentials: fresh ones, one refresh where they are refused, within the budget;
 * notes it in the log and draws the consequences for the integration's health.
 * @throws {ProviderError} for whatever the provider did not do
 */
export async function callProvider<Result>(
  call: ProviderCall<Result>,
): Promise<{ result: Result; callId: string; durationMs: number }> {
  const { integration, kind, name } = call;
  const provider = await loadProviderFor(integration);
  const requests: RequestNote[] = [];
  const startedAt = new Date();
  const note = { integration, kind, name, requests, startedAt };
  let credentials: Credentials | null = null;
  try {
    credentials = await usableCredentials(integration);
    const result = await runWithRefresh(provider, call, credentials, requests);
    const durationMs = Date.now() - startedAt.getTime();
    const [callId] = await Promise.all([
      recordCall({ ...note, failure: null, said: call.describe(result) }),
      noteSuccess(integration, { kind, name }),
    ]);
    return { result, callId, durationMs };
  } catch (error) {
    const failure = toProviderError(provider, error);
    if (!failure) throw error;
    await recordCall({ ...note, failure, said: [failure.said] });
    await applyEffects(call, failure, credentials);
    throw failure;
  }
}

/** @throws {ProviderError} where there are none, or a refresh that was needed failed */
async function usableCredentials(integration: IntegrationRow): Promise<Credentials> {
  const credentials = await readCredentials(integration.id);
  if (!credentials) throw disconnectedError(getManifest(integration).name);
  const { expiresAt, version } = credentials;
  const isMissing = getManifest(integration).auth.kind === "api_key" && !credentials.secrets.accessToken;
  const isEnding = expiresAt !== null && expiresAt.getTime() - almostExpiredMs <= Date.now();
  if ((isEnding || isMissing) && isRefreshable(integration, credentials)) {
    return refreshCredentials(integration, version);
  }
  return credentials;
}

async function runWithRefresh<Result>(
  provider: Provider,
  call: ProviderCall<Result>,
  credentials: Credentials,
  requests: RequestNote[],
): Promise<Result> {
  const { integration } = call;
  try {
    return await runOnce(provider, call, credentials, requests);
  } catch (error) {
    const failure = toProviderError(provider, error);
    if (failure?.kind !== "auth" || !isRefreshable(integration, credentials)) throw error;
    const fresh = await refreshCredentials(integration, credentials.version);
    // Repeating the whole of it is safe: each write is kept from happening twice by the idempotency key.
    return runOnce(provider, { ...call, isFirstUse: false }, fresh, requests);
  }
}

async function runOnce<Result>(
  provider: Provider,
  { integration, idempotencyKey, isFirstUse = false, run }: ProviderCall<Result>,
  { secrets, settings }: Credentials,
  notes: RequestNote[],
): Promise<Result> {
  const { environment, id: integrationId } = integration;
  // What all integrations share at the provider is not what they share at our sandbox of it.
  const rateLimit = environment === "live" ? provider.rateLimit : { ...provider.rateLimit, perApp: null };
  const { call, requests } = createCall({
    provider,
    environment,
    integrationId,
    credentials: secrets,
    settings,
    idempotencyKey,
    isFirstUse,
    platformFee: (payment) =>
      decideFee({ merchantId: integration.merchantId, key: idempotencyKey, ...payment }),
    budget: {
      take: () => takeFromBudget({ provider: { ...provider, rateLimit }, integrationId }),
      pause: (ms) => pauseIntegration(integrationId, ms),
    },
  });
  try {
    return await run(call);
  } catch (error) {
    const failure = toProviderError(provider, error);
    throw failure ? withoutSecrets(failure, secrets) : error;
  } finally {
    notes.push(...requests);
  }
}

async function applyEffects(
  { integration, name }: Pick<ProviderCall<unknown>, "integration" | "name">,
  failure: ProviderError,
  credentials: Credentials | null,
): Promise<void> {
  // Our own limit says nothing about the connection.
  if (failure.isOwnLimit) return;
  if (consequences[failure.kind].pauses) {
    await pauseIntegration(integration.id, failure.retryAfterMs ?? defaultPauseMs);
  }
  await noteFailure(integration, failure, credentials?.refreshExpiresAt ?? null, name);
}
