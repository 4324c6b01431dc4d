"use server";

import { redirect } from "next/navigation";
import type { SecretAnswer } from "#components/ui/secret-field.tsx";
import { applyEdit, edits } from "#components/webhooks/editor/form-edits.ts";
import { toCreateInput, toUpdateInput } from "#components/webhooks/editor/form-input.ts";
import { findProblems, toProblems } from "#components/webhooks/editor/form-problems.ts";
import {
  emptyValues,
  toFormValues,
  type WebhookFormValues,
} from "#components/webhooks/editor/form-values.ts";
import { valuesOfForm } from "#components/webhooks/editor/posted-values.ts";
import type { PostedWebhook } from "#components/webhooks/editor/use-webhook-form.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { asReader } from "#lib/auth/session.ts";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import { createInbox, listInboxes } from "#lib/test-inboxes/inboxes.ts";
import { type ActionResult, redirectPosted, runAction } from "#lib/transport/action.ts";
import { runFields, runVerb } from "#lib/transport/run-verb.ts";
import { checkWebhookUrl } from "#lib/webhooks/check-webhook-url.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { deleteWebhook } from "#lib/webhooks/delete-webhook.ts";
import { getWebhook } from "#lib/webhooks/get-webhook.ts";
import { pauseWebhook } from "#lib/webhooks/pause-webhook.ts";
import { resumeWebhook } from "#lib/webhooks/resume-webhook.ts";
import type { WebhookUrlVerdictDto } from "#lib/webhooks/schema.ts";
import { testWebhook } from "#lib/webhooks/test-webhook.ts";
import { updateWebhook } from "#lib/webhooks/update-webhook.ts";
import { webhooksDetail as t } from "#lib/words/en/screens/webhooks-detail.ts";
import { webhooksEditor } from "#lib/words/en/screens/webhooks-editor.ts";

/** Makes a webhook; its secret is not in the answer but on the page that follows. */
export async function createWebhookFromForm(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(async (ctx) => ({ id: (await runVerb(createWebhook, { ctx, input })).id }));
}

export async function updateWebhookFromForm(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(async (ctx) => ({ id: (await runVerb(updateWebhook, { ctx, input })).id }));
}

/**
 * Saves the editor's form as the browser posts it where no script had loaded, and leads on; or does what one of the
 * buttons within it does, and saves nothing. What was typed comes back.
 */
export async function postWebhook(_: unknown, form: FormData): Promise<PostedWebhook> {
  const id = form.get("id");
  const edit = form.get("edit");
  const known =
    id === null ? undefined : await runAction((ctx) => runFields(getWebhook, { ctx, input: { id } }));
  const before = known?.ok ? known.data : undefined;
  const values = valuesOfForm(form, before ? toFormValues(before) : emptyValues());
  if (known?.ok === false) return { values, problems: { "": known.message } };
  if (edit === edits.useInbox) return withInbox(values);
  if (typeof edit === "string") return { values: applyEdit(values, edit), problems: null };
  const found = await asReader(async () => findProblems(values, before));
  if (Object.keys(found).length > 0) return { values, problems: found };
  const saved = await (before
    ? updateWebhookFromForm(toUpdateInput(values, before))
    : createWebhookFromForm(toCreateInput(values)));
  if (saved.ok) redirect(`/webhooks/${saved.data.id}${before ? "" : "?created=1"}`);
  const problems = await asReader(async () => toProblems(saved.message, saved.fieldErrors, values));
  return { values, problems };
}

/** The newest test inbox as the address, made first where there is none. */
async function withInbox(values: WebhookFormValues): Promise<PostedWebhook> {
  const inbox = await runAction(async (ctx) => (await listInboxes({ ctx })).data[0] ?? makeInbox(ctx));
  return inbox.ok
    ? { values: { ...values, url: inbox.data.url }, problems: null }
    : { values, problems: { "": inbox.message } };
}

async function makeInbox(ctx: Ctx) {
  const name = await asReader(async () => webhooksEditor("new_inbox_name"));
  return createInbox({ ctx, input: { name } });
}

/** Makes a test inbox for a webhook to send to, without leaving the editor. */
export async function makeInboxForWebhook(): Promise<ActionResult<{ url: string }>> {
  return runAction(async (ctx) => ({ url: (await makeInbox(ctx)).url }));
}

export async function checkUrlBeforeSaving(url: string): Promise<ActionResult<WebhookUrlVerdictDto>> {
  return runAction((ctx) => checkWebhookUrl({ ctx, input: { url } }));
}

export async function pauseWebhookFromForm(
  _: unknown,
  form: FormData,
): Promise<ActionResult<{ id: string }>> {
  return runAction(async (ctx) => ({
    id: (await runFields(pauseWebhook, { ctx, input: { id: form.get("id") } })).id,
  }));
}

export async function resumeWebhookFromForm(
  _: unknown,
  form: FormData,
): Promise<ActionResult<{ id: string }>> {
  return runAction(async (ctx) => ({
    id: (await runFields(resumeWebhook, { ctx, input: { id: form.get("id") } })).id,
  }));
}

export async function removeWebhook(
  _: unknown,
  form: FormData,
): Promise<ActionResult<{ cancelled: number }>> {
  const result = await runAction((ctx) => runFields(deleteWebhook, { ctx, input: { id: form.get("id") } }));
  if (result.ok) await redirectPosted("/webhooks");
  return result;
}

/** Sends an example event now and answers the attempt. */
export async function sendTestEvent(_: unknown, form: FormData): Promise<ActionResult<AttemptDetailDto>> {
  return runAction((ctx) =>
    runFields(testWebhook, { ctx, input: { id: form.get("id"), eventType: form.get("eventType") } }),
  );
}

/** The signing secret, for those who may change the webhook. */
export async function loadSigningSecret(id: string): Promise<SecretAnswer> {
  const result = await runAction((ctx) => runFields(getWebhook, { ctx, input: { id } }));
  if (!result.ok) return { error: result.message };
  const { secret } = result.data;
  if (secret !== undefined) return { secret };
  return { error: await asReader(async () => t("signing_secret_only_owners")) };
}
