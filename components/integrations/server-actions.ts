"use server";

import type { PostedRun } from "#components/integrations/actions/use-action-run.ts";
import { outcomeHref } from "#components/integrations/connect/connect-channel.ts";
import type { TypedKeys } from "#components/integrations/connect/keys-form.tsx";
import { filledInCode, keysPrefix } from "#components/integrations/connect/keys-prefix.ts";
import { createDraft, type DraftGroup } from "#components/schema-form/draft.ts";
import { draftOfForm } from "#components/schema-form/draft-of-form.ts";
import { readDraft } from "#components/schema-form/read-draft.ts";
import { readFields } from "#components/schema-form/shape.ts";
import { AppError, invalidInput, notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { createFingerprint } from "#lib/fingerprint.ts";
import { checkIntegration } from "#lib/integrations/check-integration.ts";
import { confirmAccount, discardAccount } from "#lib/integrations/connect/confirm-account.ts";
import { connectWithKeys } from "#lib/integrations/connect/connect-with-keys.ts";
import { disconnect } from "#lib/integrations/disconnect.ts";
import { runIntegrationAction } from "#lib/integrations/run-action.ts";
import {
  type ActionResultDto,
  environmentSchema,
  type IntegrationDto,
  type SyncJobDto,
} from "#lib/integrations/schema.ts";
import { cancelSync } from "#lib/integrations/sync/cancel-sync.ts";
import { startSync } from "#lib/integrations/sync/start-sync.ts";
import { getCatalogueEntry } from "#lib/marketplace/get-catalogue-entry.ts";
import { getSandboxState } from "#lib/sandbox/get-sandbox-state.ts";
import { type ActionResult, redirectPosted, runAction } from "#lib/transport/action.ts";
import { runFields } from "#lib/transport/run-verb.ts";

/** Connects an app by the keys of its form, or fills the form in from the sandbox. */
export async function connectTypedKeys(_: unknown, form: FormData): Promise<TypedKeys> {
  const provider = form.get("provider");
  let typed: DraftGroup | undefined;
  const result = await runAction(async (ctx) => {
    const { id, connect } = await runFields(getCatalogueEntry, { ctx, input: { provider } });
    const fields = readFields(connect?.inputSchema);
    if (form.has("fill")) {
      const { keys } = await runFields(getSandboxState, { ctx, input: { provider } });
      typed = createDraft(fields, keys[0]?.fields);
      throw new AppError({ status: 422, code: filledInCode, said: say("problem_nothing_connected_yet") });
    }
    typed = draftOfForm(fields, keysPrefix(id), form);
    const { input: credentials, problems } = readDraft(fields, typed);
    if (problems.length > 0) {
      throw invalidInput(problems.map(({ path, message }) => ({ path: `credentials.${path}`, message })));
    }
    const integrationId = form.get("integrationId");
    const place =
      integrationId === null
        ? { environment: form.get("environment") }
        : { integrationId, isOtherAccountFine: form.has("isOtherAccountFine") };
    return { id: (await runFields(connectWithKeys, { ctx, input: { provider, credentials, ...place } })).id };
  });
  const chosen = environmentSchema.safeParse(form.get("environment"));
  const said = { ...(typed ? { typed } : {}), ...(chosen.success ? { environment: chosen.data } : {}) };
  if (!result.ok) return { ...result, ...said };
  await redirectPosted(outcomeHref({ provider: String(provider), search: `connected=${result.data.id}` }));
  return result;
}

/**
 * Another account came back when a connection was connected again. "move": the connection goes to that account. Any
 * other answer: it stays where it is, and the access to the other account is given back.
 */
export async function answerOtherAccount(
  _: unknown,
  form: FormData,
): Promise<ActionResult<{ href: string }>> {
  const isMove = form.get("answer") === "move";
  const input = { state: form.get("state") };
  const result = await runAction(async (ctx) => {
    await (isMove ? runFields(confirmAccount, { ctx, input }) : runFields(discardAccount, { ctx, input }));
    const search = new URLSearchParams({
      [isMove ? "connected" : "account"]: String(form.get("integrationId")),
    });
    return { href: `/marketplace/${encodeURIComponent(String(form.get("provider")))}?${search}` };
  });
  if (result.ok) await redirectPosted(result.data.href);
  return result;
}

/** Asks the app now whether the connection works; refused in the app's words where it does not. */
export async function checkNow(_: unknown, form: FormData): Promise<ActionResult<IntegrationDto>> {
  return runAction(async (ctx) => {
    const checked = await runFields(checkIntegration, { ctx, input: { id: form.get("id") } });
    if (!hasJustFailed(checked)) return checked;
    const { lastErrorMessage: text } = checked;
    const said = text === null ? say("problem_check_failed") : say("verbatim", { text });
    throw new AppError({ status: 502, code: "check_failed", said });
  });
}

function hasJustFailed({ lastErrorAt, lastSuccessAt }: IntegrationDto): boolean {
  if (lastErrorAt === null) return false;
  return lastSuccessAt === null || Date.parse(lastErrorAt) > Date.parse(lastSuccessAt);
}

/** Ends a connection. */
export async function disconnectApp(
  _: unknown,
  form: FormData,
): Promise<ActionResult<{ isRevokedAtProvider: boolean }>> {
  return runAction(async (ctx) => {
    const { isRevokedAtProvider } = await runFields(disconnect, { ctx, input: { id: form.get("id") } });
    return { isRevokedAtProvider };
  });
}

/**
 * Makes a connected app do something now.
 * @param key of the form: repeated with it, the same write happens once
 */
export async function runAppAction(
  input: { id: string; action: string; input: unknown },
  key: string,
): Promise<ActionResult<ActionResultDto>> {
  return runAction((ctx) => {
    const idempotencyKey = `${String(key).slice(0, 100)} ${createFingerprint(input.input)}`;
    return runIntegrationAction({ ctx, input, idempotencyKey });
  });
}

/** Runs an action as the browser posts its form where no script had loaded, or fills in its example. */
export async function postAppAction(_: unknown, form: FormData): Promise<PostedRun> {
  const text = (name: string) => String(form.get(`run:${name}`));
  const key = text("key");
  const found = await runAction(async (ctx) => {
    const { actions } = await getCatalogueEntry({ ctx, input: { provider: text("provider") } });
    const action = actions.find((candidate) => candidate.id === text("action"));
    if (!action) throw notFound("action");
    return action;
  });
  if (!found.ok) return { typed: undefined, refused: found, key };
  const { inputSchema, example } = found.data;
  const fields = readFields(inputSchema);
  if (form.has("run:example")) return { typed: createDraft(fields, example), refused: null, key };
  const typed = draftOfForm(fields, found.data.id, form);
  const { input, problems } = readDraft(fields, typed);
  if (problems.length > 0) return { typed, refused: { fieldErrors: problems, message: "" }, key };
  const run = await runAppAction({ id: text("id"), action: found.data.id, input }, key);
  if (run.ok) return { typed, refused: null, answer: { kind: "done", result: run.data }, key: undefined };
  const { code, message, fieldErrors } = run;
  return {
    typed,
    refused: fieldErrors.length > 0 ? run : null,
    answer: { kind: "failed", code, message },
    key,
  };
}

/** Copies products or orders again, from the first to the last. */
export async function syncNow(_: unknown, form: FormData): Promise<ActionResult<SyncJobDto>> {
  return runAction((ctx) =>
    runFields(startSync, { ctx, input: { id: form.get("id"), kind: form.get("kind") } }),
  );
}

/** Stops a copy that is under way; what has been copied stays. */
export async function stopSync(_: unknown, form: FormData): Promise<ActionResult<null>> {
  return runAction(async (ctx) => {
    await runFields(cancelSync, { ctx, input: { id: form.get("id"), kind: form.get("kind") } });
    return null;
  });
}
