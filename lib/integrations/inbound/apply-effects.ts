import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { integrationCalls, integrations, syncedRecords, unreadRecords } from "#db/schema/integrations.ts";
import { systemCtx } from "#lib/auth/context.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { say } from "#lib/failures/say.ts";
import { askForLook } from "#lib/ledger/looks/ask-for-look.ts";
import { wakeBooks } from "#lib/ledger/looks/wake-books.ts";
import { logger } from "#lib/logger.ts";
import { enqueueNotices } from "#lib/notices/enqueue-notices.ts";
import type { InboundEffect, InboundMessage } from "#lib/providers/contract/inbound.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import type { SyncedKind } from "#lib/providers/contract/sync.ts";
import { type CallNote, recordCall } from "../calls/record-call.ts";
import { endConnection } from "../end-connection.ts";
import { checkHealth } from "../health/check-health.ts";
import { errorEvent } from "../health/error-event.ts";
import { openMissingScopes } from "../health/missing-scopes.ts";
import { getManifest, type IntegrationRow } from "../integration-row.ts";
import { planSync } from "../sync/begin-sync.ts";
import { readUpTo } from "../sync/read-up-to.ts";
import { wakeSync } from "../sync/wake-sync.ts";
import { deleteRecords, writeRecords } from "../sync/write-records.ts";
import { keepUnread } from "../unread/keep-unread.ts";
import { createNotes } from "./notes.ts";

/** What is done once the message is surely taken in. */
export type FollowUp = () => Promise<void>;

/** Changes that a message without details tells of are looked for so far back. */
const staleLookBackMs = 60 * 60_000;
const maxTopicLength = 200;

/** Draws the consequences of a verified message for one integration, and notes it in the log. */
export async function applyEffects(
  tx: Tx,
  integration: IntegrationRow,
  message: InboundMessage,
): Promise<FollowUp[]> {
  const startedAt = new Date();
  const followUps: FollowUp[] = [];
  for (const effect of message.effects) followUps.push(...(await apply(tx, integration, effect)));
  const isForgotten = message.effects.some(({ kind }) => kind === "forget_account");
  if (!isForgotten) {
    const [first = say("told_account_changed"), ...more] = createNotes(integration, message);
    const failure = toFailure(message);
    const note = {
      integration,
      kind: "inbound",
      name: message.topic.slice(0, maxTopicLength),
      failure,
    } as const;
    await recordCall({ ...note, said: [first, ...more], requests: [], startedAt }, tx);
  }
  return followUps;
}

/** A message that could not be read stands in the log as one that failed. */
function toFailure({ effects }: InboundMessage): CallNote["failure"] {
  const details = effects.flatMap((effect) => {
    if (effect.kind === "unread") return [`${effect.reason.code} ${effect.reason.field}`.trim()];
    return effect.kind === "record_unread" ? [`${effect.unread.code} ${effect.unread.field}`.trim()] : [];
  });
  return details.length === 0 ? null : { kind: "unreadable", detail: details.join(", ") };
}

async function apply(tx: Tx, integration: IntegrationRow, effect: InboundEffect): Promise<FollowUp[]> {
  const { id, merchantId } = integration;
  const isDisconnected = integration.status === "disconnected";
  switch (effect.kind) {
    case "ended": {
      // What tells of the end of an earlier grant came late, and says nothing of this one.
      if (effect.at !== undefined && new Date(effect.at) < integration.connectedAt) return [];
      const ended = await endConnection(tx, integration, effect.reason, systemCtx(merchantId, "inbound"));
      if (ended) await announceEnd(tx, integration, effect.reason);
      return [];
    }
    case "scopes_changed": {
      const scopes = [...effect.granted];
      // Should what follows not be reached, the next check finds it.
      await tx.update(integrations).set({ scopes, nextCheckAt: new Date() }).where(eq(integrations.id, id));
      return isDisconnected ? [] : [() => openMissingScopes({ ...integration, scopes })];
    }
    case "record_changed":
      // A message that was under way when the app was disconnected brings nothing back.
      if (!isDisconnected) await writeRecords(tx, integration, [effect.record], null);
      return [];
    case "record_unread":
      if (isDisconnected) return [];
      await keepUnread(tx, integration, { source: "copy", list: effect.recordKind }, [effect.unread], null);
      return [];
    case "record_deleted":
      await deleteRecords(tx, id, effect.recordKind, [effect.externalId]);
      return [];
    case "records_stale":
      if (isDisconnected) return [];
      await planSync(
        tx,
        integration,
        effect.recordKind,
        await staleSince(tx, integration, effect.recordKind),
      );
      return [async () => wakeSync()];
    case "account_changed":
      await tx.update(integrations).set({ nextCheckAt: new Date() }).where(eq(integrations.id, id));
      return isDisconnected ? [] : [() => lookAgain(integration)];
    case "money_changed":
      if (isDisconnected) return [];
      await askForLook(tx, integration, effect.object);
      return [async () => wakeBooks()];
    case "privacy_request":
      if (effect.request === "forget") await deleteRecords(tx, id, "order", effect.orderIds);
      return [];
    case "forget_account":
      await forgetAccount(tx, integration);
      return [];
    case "noted":
    case "unread":
      return [];
  }
}

/** Since what was last read, or for an hour, whichever is longer ago. */
async function staleSince(tx: Tx, { id }: IntegrationRow, kind: SyncedKind): Promise<Date | null> {
  const known = await readUpTo(tx, id, kind);
  return known && new Date(Math.min(known.getTime(), Date.now() - staleLookBackMs));
}

/** What the check finds wrong stands in the integration's issues; the message itself is taken in either way. */
async function lookAgain(integration: IntegrationRow): Promise<void> {
  try {
    await checkHealth(integration);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
  }
}

/** The shop is to be forgotten: copies and log go; the connection itself too, unless it has been made again since. */
async function forgetAccount(tx: Tx, integration: IntegrationRow): Promise<void> {
  const { id, provider } = integration;
  await tx.delete(syncedRecords).where(eq(syncedRecords.integrationId, id));
  await tx.delete(unreadRecords).where(eq(unreadRecords.integrationId, id));
  await tx.delete(integrationCalls).where(eq(integrationCalls.integrationId, id));
  await tx.delete(integrations).where(and(eq(integrations.id, id), eq(integrations.status, "disconnected")));
  logger.info({ integrationId: id, provider }, "account forgotten, as its provider asked");
}

/** Tells the merchant that a connection was ended at the provider's side: by `integration.error` and by email. */
async function announceEnd(
  tx: Tx,
  integration: IntegrationRow,
  reason: "uninstalled" | "revoked",
): Promise<void> {
  const { id: integrationId, merchantId, accountLabel: account } = integration;
  const said = say("notice_ended", { app: getManifest(integration).name, account, reason });
  await insertEvents(tx, merchantId, "patchbay", [await errorEvent(tx, integration, reason, said)]);
  await enqueueNotices(tx, { merchantId, integrationId, said });
}
