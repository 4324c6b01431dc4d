import { createHash } from "node:crypto";
import { say } from "#lib/failures/say.ts";
import { scopeParam } from "#lib/failures/values.ts";
import { newId } from "#lib/ids.ts";
import { noteMoved } from "#lib/payments/states/note-moved.ts";
import type { Action, Amount } from "#lib/providers/contract/action.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { openMissingScopes } from "../health/missing-scopes.ts";
import { getManifest, type IntegrationRow } from "../integration-row.ts";
import { callProvider } from "./call-provider.ts";

/**
 * Has a connected app do one of its actions, if its permissions are granted.
 * @param options.input as the action's schema has made it
 * @param options.key repeated with the same one, a write happens once, also when the first answer was lost
 * @throws {ProviderError} for whatever the provider did not do
 */
export async function callAction(options: {
  integration: IntegrationRow;
  actionId: string;
  action: Action;
  input: unknown;
  key: string;
  /** Nobody can have used the key before: a write need not be looked for first. Default: false. */
  isFirstUse?: boolean;
}): Promise<{ result: Record<string, unknown>; callId: string; durationMs: number }> {
  const { integration, actionId, action, input, key, isFirstUse = false } = options;
  await requireScopes(integration, action);
  const idempotencyKey = providerKey(integration, actionId, key);
  const done = await callProvider({
    integration,
    kind: "action",
    name: actionId,
    idempotencyKey,
    isFirstUse,
    run: (call) => action.run(call, input),
    describe: () => [say("call_done")],
  });
  const money = action.moved?.({ input, output: done.result }) ?? null;
  if (money !== null) await noteMoved(integration, money, idempotencyKey);
  return done;
}

/**
 * How much money an action would move: what its input says, or what the app is asked for, without doing anything.
 * @param options.input as the action's schema has made it
 * @returns null = nobody can say
 * @throws {ProviderError} where the app did not answer
 */
export async function askAmount(options: {
  integration: IntegrationRow;
  actionId: string;
  action: Pick<Action, "scopes" | "getAmount" | "lookUpAmount">;
  input: Readonly<Record<string, unknown>>;
}): Promise<Amount | null> {
  const { integration, actionId, action, input } = options;
  const { getAmount, lookUpAmount } = action;
  if (!lookUpAmount) return getAmount?.(input) ?? null;
  await requireScopes(integration, action);
  const { result } = await callProvider({
    integration,
    kind: "action",
    name: actionId,
    idempotencyKey: newId("req"),
    run: (call) => lookUpAmount(call, input),
    describe: () => [say("call_amount_read")],
  });
  return result;
}

/** What was not granted is not asked for again and again: the merchant is told once, by the issue. */
async function requireScopes(integration: IntegrationRow, action: Pick<Action, "scopes">): Promise<void> {
  const missing = action.scopes.find((scope) => !integration.scopes.includes(scope));
  if (missing === undefined || integration.status === "disconnected") return;
  const { id: provider, name } = getManifest(integration);
  const permissions = scopeParam(provider, missing);
  const said = say("app_permission_missing", { app: name, permissions });
  await openMissingScopes(integration);
  throw new ProviderError({ kind: "scope_missing", message: said, missingScope: missing });
}

/** What the provider is given, or looks for: it must not tell callers' keys of two integrations apart by chance. */
function providerKey(integration: IntegrationRow, action: string, key: string): string {
  return createHash("sha256").update([integration.id, action, key].join("\n")).digest("base64url");
}
