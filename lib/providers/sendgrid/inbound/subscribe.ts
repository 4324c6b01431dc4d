import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import { id, listOfReadable, text } from "../../kit/lenient.ts";
import { api } from "../client.ts";

const path = "/user/webhooks/event/settings";
/** What a merchant should hear of; opens and clicks are nobody's business here. */
const wanted = {
  enabled: true,
  bounce: true,
  dropped: true,
  spam_report: true,
  unsubscribe: true,
  group_unsubscribe: true,
  group_resubscribe: false,
  delivered: false,
  deferred: false,
  processed: false,
  open: false,
  click: false,
  account_status_change: true,
};

const webhook = z.looseObject({ id, url: text });
/** An account without any is answered one that is empty. Other webhooks are none of our business. */
const allAnswer = z.looseObject({ webhooks: listOfReadable(webhook) });
const keyAnswer = z.looseObject({ public_key: z.string().min(1) });

/**
 * Has SendGrid report to us, signed. A webhook that is there for our address is taken over. The public key to verify
 * with is another one for each webhook.
 * https://www.twilio.com/docs/sendgrid/api-reference/webhooks/create-an-event-webhook
 * https://www.twilio.com/docs/sendgrid/api-reference/webhooks/toggle-signature-verification-for-a-single-event-webhook-by-id
 */
export async function subscribe(call: Call, { url }: { url: string }): Promise<Record<string, string>> {
  const webhookId = (await findWebhook(call, url)) ?? (await createWebhook(call, url));
  const request = {
    method: "PATCH",
    path: `${path}/signed/${webhookId}`,
    json: { enabled: true },
    needs: "user.webhooks.event.settings.update",
  } as const;
  const { public_key } = await api.ask(call, request, keyAnswer);
  return { webhookId, webhookPublicKey: public_key };
}

/** https://www.twilio.com/docs/sendgrid/api-reference/webhooks/delete-a-single-event-webhook-by-id */
export async function unsubscribe(call: Call, { url }: { url: string }): Promise<void> {
  const known = await findWebhookId(call, url);
  if (known === null) return;
  await api.tell(call, {
    method: "DELETE",
    path: `${path}/${known}`,
    needs: "user.webhooks.event.settings.delete",
  });
}

/** The one for our address, switched on again and told again what to report. */
async function findWebhook(call: Call, url: string): Promise<string | null> {
  const known = await findWebhookId(call, url);
  if (known === null) return null;
  const needs = "user.webhooks.event.settings.update";
  const request = { method: "PATCH", path: `${path}/${known}`, json: { ...wanted, url }, needs } as const;
  return (await api.ask(call, request, webhook)).id;
}

async function createWebhook(call: Call, url: string): Promise<string> {
  const json = { ...wanted, url, friendly_name: "Patchbay" };
  const needs = "user.webhooks.event.settings.create";
  return (await api.ask(call, { method: "POST", path, json, needs }, webhook)).id;
}

/** https://www.twilio.com/docs/sendgrid/api-reference/webhooks/get-all-event-webhooks */
async function findWebhookId(call: Call, url: string): Promise<string | null> {
  const needs = "user.webhooks.event.settings.read";
  const { webhooks } = await api.ask(call, { method: "GET", path: `${path}/all`, needs }, allAnswer);
  return webhooks.find((candidate) => candidate.url === url)?.id ?? null;
}
