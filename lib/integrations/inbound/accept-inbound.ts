import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { inboundReceipts, integrations } from "#db/schema/integrations.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { wakeAnnouncements } from "#lib/events/wake-announcements.ts";
import { say } from "#lib/failures/say.ts";
import { writeFewLines } from "#lib/limits/few-lines.ts";
import { logger } from "#lib/logger.ts";
import { wakeNotices } from "#lib/notices/wake-notices.ts";
import type { Inbound, InboundMessage, InboundRequest } from "#lib/providers/contract/inbound.ts";
import type { Provider } from "#lib/providers/contract/provider.ts";
import { VerificationError } from "#lib/providers/contract/provider-error.ts";
import type { UnreadReason } from "#lib/providers/contract/unread.ts";
import { findManifest } from "#lib/providers/manifests.ts";
import { findProviderApp } from "#lib/providers/provider-app.ts";
import { loadProvider } from "#lib/providers/registry.ts";
import { storable } from "#lib/text.ts";
import type { Environment } from "../calls/provider-address.ts";
import type { IntegrationRow } from "../integration-row.ts";
import { readCredentials } from "../tokens/credentials.ts";
import { applyEffects, type FollowUp } from "./apply-effects.ts";
import { fetchText } from "./fetch-text.ts";
import { readInbound } from "./read-inbound.ts";

/** What the provider is answered. */
type InboundReply = { status: number; contentType: string; body: string };

const maxIdLength = 500;

/** It may hold words of whoever sent it. */
const maxReasonLength = 200;

const received: InboundReply = { status: 200, contentType: "text/plain", body: "" };

/**
 * Takes a provider's webhook in: verified by its raw bytes, read, applied once. An answer of 5xx makes the provider
 * send it again, so that nothing is lost. One that is the provider's own and cannot be read is kept as a receipt with
 * the reason, and answered like the others.
 * @param options.request as it came, or how to read it: nothing is read for an address that is none
 * @throws {AppError} 404 for an address that is none, 401 where the signature is not the provider's
 */
export async function acceptInbound(options: {
  providerId: string;
  integrationId: string | null;
  request: InboundRequest | (() => Promise<InboundRequest>);
}): Promise<InboundReply> {
  const address = options.integrationId === null ? "app" : "integration";
  if (findManifest(options.providerId)?.inboundAddress !== address) throw notFound("address");
  const provider = await loadProvider(options.providerId);
  const inbound = provider?.inbound;
  if (!provider || !inbound) throw notFound("address");
  const named = options.integrationId ? await findNamed(provider, options.integrationId) : null;
  if (options.integrationId && !named) throw notFound("address");
  const request = typeof options.request === "function" ? await options.request() : options.request;
  const { messages, environment } = await verifyAndParse(provider, inbound, request, named);
  for (const message of messages) {
    const targets = named ? [named] : await findByAccount(provider, environment, message.accountId);
    await applyOnce(provider, message, environment, targets, request);
  }
  return messages.find(({ reply }) => reply !== undefined)?.reply ?? received;
}

/** No signature stands behind the id in an address: it may hold what the database does not take as text. */
const idForm = /^\w{1,100}$/;

async function findNamed(provider: Provider, id: string): Promise<IntegrationRow | null> {
  if (!idForm.test(id)) return null;
  const [row] = await db()
    .select()
    .from(integrations)
    .where(and(eq(integrations.id, id), eq(integrations.provider, provider.id)));
  return row ?? null;
}

/** A message belongs to the environment whose secret signed it: the sandbox's own never reach a live connection. */
async function verifyAndParse(
  provider: Provider,
  inbound: Inbound,
  request: InboundRequest,
  named: IntegrationRow | null,
): Promise<{ messages: readonly InboundMessage[]; environment: Environment }> {
  const environments: readonly Environment[] = named ? [named.environment] : ["live", "sandbox"];
  const credentials = named ? await readCredentials(named.id) : null;
  for (const environment of environments) {
    const secrets = {
      app: findProviderApp(provider.id, environment),
      credentials: credentials?.secrets ?? {},
      settings: named?.settings ?? {},
      now: new Date(),
      fetchText: (url: string) => fetchText(provider, environment, url),
    };
    try {
      await inbound.verify(request, secrets);
      return { messages: readInbound(provider, inbound, request, secrets), environment };
    } catch (error) {
      if (!(error instanceof VerificationError)) throw error;
      const reason = error.message.slice(0, maxReasonLength);
      writeFewLines(`inbound ${provider.id}`, (omitted) =>
        logger.info({ provider: provider.id, environment, reason, ...omitted }, "inbound message refused"),
      );
    }
  }
  throw new AppError({
    status: 401,
    code: "bad_signature",
    said: say("problem_bad_signature"),
  });
}

async function findByAccount(
  provider: Provider,
  environment: Environment,
  accountId: string | null,
): Promise<IntegrationRow[]> {
  if (accountId === null) return [];
  return db()
    .select()
    .from(integrations)
    .where(
      and(
        eq(integrations.provider, provider.id),
        eq(integrations.environment, environment),
        eq(integrations.accountId, accountId),
        inArray(integrations.status, ["connected", "needs_attention", "disconnected"]),
      ),
    );
}

/** The receipt and what follows are one transaction: a message that failed half-way is taken again when it comes again. */
async function applyOnce(
  provider: Provider,
  message: InboundMessage,
  environment: Environment,
  targets: readonly IntegrationRow[],
  request: InboundRequest,
): Promise<void> {
  const unread = findUnread(message);
  if (message.effects.length === 0 || (targets.length === 0 && unread === null)) return;
  const own = message.id ?? createHash("sha256").update(request.body).digest("base64url");
  const messageId = toKey(
    [environment, targets.length === 1 ? targets[0]?.id : message.accountId, message.topic, own].join(" "),
  );
  const followUps = await db().transaction(async (tx) => {
    const rows = await tx
      .insert(inboundReceipts)
      .values({ provider: provider.id, messageId, unread })
      .onConflictDoNothing()
      .returning({ messageId: inboundReceipts.messageId });
    if (rows.length === 0) return null;
    const wanted: FollowUp[] = [];
    for (const target of targets) wanted.push(...(await applyEffects(tx, target, message)));
    return wanted;
  });
  if (!followUps) return logger.debug({ provider: provider.id, messageId }, "inbound message came again");
  wakeDeliveries();
  wakeAnnouncements();
  wakeNotices();
  // The message is taken in: what follows from it is found by the next check or sync, should it fail here.
  for (const followUp of followUps) {
    await followUp().catch((error: unknown) => {
      logger.error({ err: error, provider: provider.id, messageId }, "what follows an inbound message broke");
    });
  }
}

/** Why a message, or the first part of it that could not be read, was not. */
function findUnread({ effects }: InboundMessage): UnreadReason | null {
  for (const effect of effects) {
    if (effect.kind === "unread") return effect.reason;
    if (effect.kind === "record_unread") {
      const { code, field, params } = effect.unread;
      return { code, field, params };
    }
  }
  return null;
}

/** Ids and topics are the sender's words. Keys of an index are short. */
function toKey(messageId: string): string {
  const text = storable(messageId);
  if (text.length <= maxIdLength) return text;
  return `${text.slice(0, 100)} ${createHash("sha256").update(text).digest("base64url")}`;
}
