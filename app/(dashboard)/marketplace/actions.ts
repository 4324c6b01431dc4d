"use server";

import { checkIntegration } from "#lib/integrations/check-integration.ts";
import { connectWithKeys } from "#lib/integrations/connect-with-keys.ts";
import { disconnect } from "#lib/integrations/disconnect.ts";
import { previewDisconnect } from "#lib/integrations/preview-disconnect.ts";
import { runIntegrationAction } from "#lib/integrations/run-action.ts";
import type {
  ActionResultDto,
  DisconnectPreviewDto,
  IntegrationDto,
  SyncJobDto,
} from "#lib/integrations/schema.ts";
import { cancelSync } from "#lib/integrations/sync/cancel-sync.ts";
import { startSync } from "#lib/integrations/sync/start-sync.ts";
import { confirmAccount, discardAccount } from "#lib/oauth/confirm-account.ts";
import { type ActionResult, runAction } from "#lib/transport/action.ts";

type SyncedKind = SyncJobDto["kind"];

/** Connects an app by the keys of its form. */
export async function connectTypedKeys(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(async (ctx) => ({ id: (await connectWithKeys({ ctx, input })).id }));
}

/** The connection moves to the account that came back when it was connected again. */
export async function moveToOtherAccount(state: string): Promise<ActionResult<{ id: string }>> {
  return runAction(async (ctx) => ({ id: (await confirmAccount({ ctx, input: { state } })).id }));
}

/** The connection stays with its account; the access to the other one is given back. */
export async function keepPresentAccount(state: string): Promise<ActionResult<{ isRevoked: boolean }>> {
  return runAction((ctx) => discardAccount({ ctx, input: { state } }));
}

/** Asks the app now whether the connection works. */
export async function checkNow(id: string): Promise<ActionResult<IntegrationDto>> {
  return runAction((ctx) => checkIntegration({ ctx, input: { id } }));
}

/** What disconnecting would stop, delete and keep. */
export async function loadDisconnectPreview(id: string): Promise<ActionResult<DisconnectPreviewDto>> {
  return runAction((ctx) => previewDisconnect({ ctx, input: { id } }));
}

export async function disconnectApp(id: string): Promise<ActionResult<{ isRevokedAtProvider: boolean }>> {
  return runAction(async (ctx) => {
    const { isRevokedAtProvider } = await disconnect({ ctx, input: { id } });
    return { isRevokedAtProvider };
  });
}

/**
 * Makes a connected app do something now.
 * @param idempotencyKey repeated with the same one, a write happens once
 */
export async function runAppAction(
  input: { id: string; action: string; input: unknown },
  idempotencyKey: string,
): Promise<ActionResult<ActionResultDto>> {
  return runAction((ctx) => runIntegrationAction({ ctx, input, idempotencyKey }));
}

/** Copies products or orders anew, from the first to the last. */
export async function syncNow(id: string, kind: SyncedKind): Promise<ActionResult<SyncJobDto>> {
  return runAction((ctx) => startSync({ ctx, input: { id, kind } }));
}

/** Stops a copy that is under way; what has been copied stays. */
export async function stopSync(id: string, kind: SyncedKind): Promise<ActionResult<{ id: string }>> {
  return runAction(async (ctx) => {
    await cancelSync({ ctx, input: { id, kind } });
    return { id };
  });
}
