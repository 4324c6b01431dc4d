import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { env } from "#lib/env.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { logger } from "#lib/logger.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { callProvider } from "../calls/call-provider.ts";
import { getManifest, type IntegrationRow, loadProviderFor } from "../integration-row.ts";
import { lockCredentials, readCredentials, writeCredentials } from "../tokens/credentials.ts";
import { withSettings } from "../with-settings.ts";

/** Where a provider's webhooks for an integration go. null = the provider sends none. */
function buildInboundUrl(integration: Pick<IntegrationRow, "id" | "provider">): string | null {
  const { inboundAddress, id } = getManifest(integration);
  if (inboundAddress === null) return null;
  const base = `${env().APP_URL}/api/inbound/${id}`;
  return new URL(inboundAddress === "app" ? base : `${base}/${integration.id}`).href;
}

/**
 * Asks the provider to send us its webhooks, where that is done for each account. Safe to repeat.
 * @throws {ProviderError}
 */
export async function subscribeInbound(integration: IntegrationRow): Promise<void> {
  const url = buildInboundUrl(integration);
  if (url === null) return;
  const { inbound } = await loadProviderFor(integration);
  if (!inbound?.subscribe) return;
  const { subscribe } = inbound;
  const secret = inbound.address === "integration" ? await readWebhookSecret(integration) : "";
  const { result } = await callProvider({
    integration,
    kind: "connection",
    name: "subscribe",
    idempotencyKey: newId("cal"),
    run: (call) => subscribe(call, { url, secret }),
    describe: () => [say("call_subscribed")],
  });
  if (Object.keys(result).length === 0) return;
  await db()
    .update(integrations)
    .set({ settings: withSettings(result) })
    .where(eq(integrations.id, integration.id));
}

/** Takes the provider's webhooks back before the access ends. A provider that fails does not keep anyone from leaving. */
export async function unsubscribeInbound(integration: IntegrationRow): Promise<void> {
  const url = buildInboundUrl(integration);
  if (url === null || integration.status === "disconnected") return;
  const { inbound } = await loadProviderFor(integration);
  if (!inbound?.unsubscribe) return;
  const { unsubscribe } = inbound;
  try {
    await callProvider({
      integration,
      kind: "connection",
      name: "unsubscribe",
      idempotencyKey: newId("cal"),
      run: (call) => unsubscribe(call, { url }),
      describe: () => [say("call_unsubscribed")],
    });
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    logger.warn({ err: error, integrationId: integration.id }, "provider's webhooks not taken back");
  }
}

/** The secret that the provider signs with; made once and kept with the credentials. */
async function readWebhookSecret(integration: IntegrationRow): Promise<string> {
  return db().transaction(async (tx) => {
    await lockCredentials(tx, integration.id);
    const current = await readCredentials(integration.id, tx);
    if (!current) throw new Error(`${integration.id} has no credentials to keep a webhook secret with.`);
    if (current.secrets.webhookSecret) return current.secrets.webhookSecret;
    const webhookSecret = randomBytes(24).toString("base64url");
    const { id: integrationId, merchantId } = integration;
    await writeCredentials(tx, { integrationId, merchantId }, { ...current.secrets, webhookSecret }, current);
    return webhookSecret;
  });
}
