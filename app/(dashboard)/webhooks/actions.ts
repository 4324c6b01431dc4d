"use server";

import type { SecretAnswer } from "#components/ui/secret-field.tsx";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import { createInbox } from "#lib/sandbox/inbox/inboxes.ts";
import { type ActionResult, redirectPosted, runAction } from "#lib/transport/action.ts";
import { checkWebhookUrl } from "#lib/webhooks/check-webhook-url.ts";
import { createWebhook } from "#lib/webhooks/create-webhook.ts";
import { deleteWebhook } from "#lib/webhooks/delete-webhook.ts";
import { getWebhook } from "#lib/webhooks/get-webhook.ts";
import type { WebhookUrlVerdictDto } from "#lib/webhooks/schema.ts";
import { testWebhook } from "#lib/webhooks/test-webhook.ts";
import { updateWebhook } from "#lib/webhooks/update-webhook.ts";

/** Makes a webhook; its secret is not in the answer but on the page that follows. */
export async function createWebhookFromForm(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(async (ctx) => ({ id: (await createWebhook({ ctx, input })).id }));
}

export async function updateWebhookFromForm(input: unknown): Promise<ActionResult<{ id: string }>> {
  return runAction(async (ctx) => ({ id: (await updateWebhook({ ctx, input })).id }));
}

/** Makes a test inbox for a webhook to send to, without leaving the editor. */
export async function makeInboxForWebhook(): Promise<ActionResult<{ url: string }>> {
  return runAction(async (ctx) => ({ url: (await createInbox({ ctx, input: { name: "Test inbox" } })).url }));
}

export async function checkUrlBeforeSaving(url: string): Promise<ActionResult<WebhookUrlVerdictDto>> {
  return runAction((ctx) => checkWebhookUrl({ ctx, input: { url } }));
}

/** Switches a webhook on or off. */
export async function switchWebhook(_: unknown, form: FormData): Promise<ActionResult<{ id: string }>> {
  const input = { id: form.get("id"), status: form.get("status") };
  return runAction(async (ctx) => ({ id: (await updateWebhook({ ctx, input })).id }));
}

export async function removeWebhook(
  _: unknown,
  form: FormData,
): Promise<ActionResult<{ cancelled: number }>> {
  const result = await runAction((ctx) => deleteWebhook({ ctx, input: { id: form.get("id") } }));
  if (result.ok) await redirectPosted("/webhooks");
  return result;
}

/** Sends an example event now and answers the attempt. */
export async function sendTestEvent(_: unknown, form: FormData): Promise<ActionResult<AttemptDetailDto>> {
  const input = { id: form.get("id"), eventType: form.get("eventType") };
  return runAction((ctx) => testWebhook({ ctx, input }));
}

/** The signing secret, for those who may change the webhook. */
export async function loadSigningSecret(id: string): Promise<SecretAnswer> {
  const result = await runAction((ctx) => getWebhook({ ctx, input: { id } }));
  if (!result.ok) return { error: result.message };
  if ("secret" in result.data) return { secret: result.data.secret };
  return { error: "Only owners and admins of the shop may see the signing secret." };
}
