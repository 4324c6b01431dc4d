import { eq, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import type { Tokens } from "#lib/oauth/token-answer.ts";
import { disconnectedError } from "../calls/disconnected-error.ts";
import { requestTokens } from "../calls/request-tokens.ts";
import { getManifest, type IntegrationRow } from "../integration-row.ts";
import { withSettings } from "../with-settings.ts";
import { type Credentials, lockCredentials, readCredentials, writeCredentials } from "./credentials.ts";
import { secretsOfTokens } from "./secrets.ts";

/** A refresh holds a database connection while the provider answers: few at a time must not starve the rest. */
const maxAtOnce = 4;
const lockTimeoutMs = 30_000;

const underWay = new Map<string, Promise<Credentials>>();
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Gets a new access token, once for all who ask at the same time: within the process by sharing the promise, over
 * processes by the lock on the row, and whoever waited sees by the version that it has been done. What is stored
 * changes only when the provider has answered with something better.
 * @param seenVersion the version that was found wanting; a newer one is answered as it is
 * @throws {ProviderError} auth where the grant has ended; timeout, unavailable, rate_limited where nothing is lost
 */
export function refreshCredentials(integration: IntegrationRow, seenVersion: number): Promise<Credentials> {
  const key = `${integration.id}/${seenVersion}`;
  const shared = underWay.get(key);
  if (shared) return shared;
  const refresh = takePlace()
    .then(() => refreshUnderLock(integration, seenVersion))
    .finally(() => {
      underWay.delete(key);
      givePlaceBack();
    });
  underWay.set(key, refresh);
  return refresh;
}

/** Whether there is anything to get a new access token with. */
export function isRefreshable(integration: IntegrationRow, { secrets }: Credentials): boolean {
  const { auth } = getManifest(integration);
  return auth.kind === "oauth2" ? secrets.refreshToken !== undefined : auth.tokenRequest !== null;
}

/**
 * Locks the credentials only, never the integration: whoever locks both takes the integration first, and must not be
 * waited for while the provider's answer is in hand.
 */
async function refreshUnderLock(integration: IntegrationRow, seenVersion: number): Promise<Credentials> {
  const { id } = integration;
  const tokens = await db().transaction(async (tx) => {
    await tx.execute(sql.raw(`SET LOCAL lock_timeout = ${lockTimeoutMs}`));
    await lockCredentials(tx, id);
    const current = await readCredentials(id, tx);
    if (!current) throw disconnectedError(getManifest(integration).name);
    if (current.version > seenVersion || !isRefreshable(integration, current)) return null;
    return exchange(tx, integration, current);
  });
  if (tokens) await keepAnswer(id, tokens);
  const fresh = await readCredentials(id);
  if (!fresh) throw disconnectedError(getManifest(integration).name);
  return fresh;
}

async function exchange(tx: Tx, integration: IntegrationRow, current: Credentials): Promise<Tokens> {
  const tokens = await requestTokens({ ...integration, settings: current.settings }, current.secrets);
  const { id, merchantId } = integration;
  await writeCredentials(tx, { merchantId, integrationId: id }, secretsOfTokens(tokens, current.secrets), {
    expiresAt: tokens.expiresAt,
    refreshExpiresAt: tokens.refreshExpiresAt ?? current.refreshExpiresAt,
  });
  return tokens;
}

/** What the answer says of the account, besides: an instance's address, the permissions. */
async function keepAnswer(id: string, { settings, grantedScopes }: Tokens): Promise<void> {
  await db()
    .update(integrations)
    .set({ settings: withSettings(settings), ...(grantedScopes ? { scopes: grantedScopes } : {}) })
    .where(eq(integrations.id, id));
}

function takePlace(): Promise<void> {
  if (running < maxAtOnce) {
    running += 1;
    return Promise.resolve();
  }
  return new Promise((resolve) => {
    waiting.push(resolve);
  });
}

function givePlaceBack(): void {
  const next = waiting.shift();
  if (next) next();
  else running -= 1;
}
