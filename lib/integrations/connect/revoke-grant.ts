import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { logger } from "#lib/logger.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { findProviderApp } from "#lib/providers/provider-app.ts";
import { toWire } from "../calls/create-call.ts";
import type { Environment } from "../calls/provider-address.ts";
import { type RequestNote, sendRequest } from "../calls/send-request.ts";
import { getManifest } from "../integration-row.ts";
import type { Secrets } from "../tokens/secrets.ts";

const timeoutMs = 5_000;

/**
 * Ends a grant at the provider, where it has a way to. One that fails is told, not thrown: whoever disconnects must
 * not be kept from it by a provider that is down.
 */
export async function revokeGrant(grant: {
  provider: string;
  environment: Environment;
  /** A grant is often the account's, not ours alone: while another connection lives by it, it is not ended. */
  accountId: string;
  secrets: Secrets;
  settings: Record<string, string>;
}): Promise<{ isRevoked: boolean; requests: RequestNote[] }> {
  const requests: RequestNote[] = [];
  const provider = getManifest(grant);
  const { auth } = provider;
  const { environment, secrets: credentials, settings } = grant;
  const app = findProviderApp(provider.id, environment);
  if (auth.kind !== "oauth2" || !auth.revoke || !app) return { isRevoked: false, requests };
  if (await isUsedElsewhere(grant)) return { isRevoked: false, requests };
  const wire = toWire(auth.revoke({ credentials, settings, app }));
  try {
    const reply = await sendRequest({ provider, environment, timeoutMs, ...wire }, requests);
    return { isRevoked: isDone(reply), requests };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    logger.warn({ err: error, provider: provider.id }, "grant not revoked");
    return { isRevoked: false, requests };
  }
}

/** Any merchant's: at Slack or Shopify, ending one ends all of them. */
async function isUsedElsewhere(grant: {
  provider: string;
  environment: Environment;
  accountId: string;
}): Promise<boolean> {
  const others = and(
    eq(integrations.provider, grant.provider),
    eq(integrations.environment, grant.environment),
    eq(integrations.accountId, grant.accountId),
    ne(integrations.status, "disconnected"),
  );
  return (await db().$count(integrations, others)) > 0;
}

const refusal = z.union([z.looseObject({ ok: z.literal(false) }), z.looseObject({ errors: z.unknown() })]);

/** Some say in a 200 that they did not; and what is not there need not be ended. */
function isDone({ status, text }: { status: number; text: string }): boolean {
  if (status === 404 || status === 410) return true;
  if (status >= 300) return false;
  try {
    return !refusal.safeParse(JSON.parse(text)).success;
  } catch {
    return true;
  }
}
