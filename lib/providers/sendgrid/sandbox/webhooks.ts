import { createPrivateKey, generateKeyPairSync, randomBytes, randomUUID, sign } from "node:crypto";
import { z } from "zod";
import { Refused, requireBody } from "../../sandbox-kit/api.ts";
import type { SandboxAccountContext, SandboxReply } from "../../sandbox-kit/contract.ts";
import { listAll, requireOne } from "../../sandbox-kit/objects.ts";
import { type Api, ok, problem, route } from "./answers.ts";
import {
  type EmailDocument,
  type EventSetting,
  eventSettings,
  type WebhookDocument,
  webhookDocument,
} from "./documents.ts";

const path = "/user/webhooks/event/settings";
const scope = "user.webhooks.event.settings";
const one = `${path}/(?<id>[0-9a-f-]{36})`;
/** Of a free plan. */
const maxWebhooks = 1;

const flag = z.boolean().optional();
const settingsBody = z.strictObject({
  enabled: flag,
  url: z.string().optional(),
  friendly_name: z.string().nullish(),
  bounce: flag,
  click: flag,
  deferred: flag,
  delivered: flag,
  dropped: flag,
  open: flag,
  processed: flag,
  spam_report: flag,
  unsubscribe: flag,
  group_unsubscribe: flag,
  group_resubscribe: flag,
  account_status_change: flag,
});

const signing = z.strictObject({ enabled: z.boolean() });

/** https://www.twilio.com/docs/sendgrid/api-reference/webhooks */
export const webhookRoutes = [
  route("POST", path, create, { scope: `${scope}.create` }),
  route("GET", `${path}/all`, list, { scope: `${scope}.read` }),
  route("PATCH", one, update, { scope: `${scope}.update` }),
  route("DELETE", one, remove, { scope: `${scope}.delete` }),
  route("PATCH", `${path}/signed/(?<id>[0-9a-f-]{36})`, toggleSigning, { scope: `${scope}.update` }),
];

async function create(api: Api): Promise<SandboxReply> {
  const known = await api.store.list("webhook", webhookDocument);
  if (known.length >= maxWebhooks) {
    return problem(400, "You have reached the maximum number of webhooks per your current billing plan.");
  }
  const id = randomUUID();
  const blank = { url: "", isEnabled: false, friendlyName: null, events: [], keys: null };
  const createdAt = api.now().toISOString();
  return ok(present(id, await saveWebhook(api, id, { ...blank, createdAt, updatedAt: createdAt })), 201);
}

async function list({ store }: Api): Promise<SandboxReply> {
  const webhooks = await store.list("webhook", webhookDocument);
  const shown = webhooks.map(({ id, data }) => ({
    ...present(id, data),
    ...(data.keys ? { public_key: data.keys.publicKey } : {}),
  }));
  return ok({ max_allowed: maxWebhooks, webhooks: shown.length > 0 ? shown : [{}] });
}

async function update(api: Api): Promise<SandboxReply> {
  const id = api.part("id");
  return ok(present(id, await saveWebhook(api, id, await requireWebhook(api))));
}

async function remove(api: Api): Promise<SandboxReply> {
  await requireWebhook(api);
  await api.store.remove("webhook", api.part("id"));
  return { status: 204 };
}

async function toggleSigning(api: Api): Promise<SandboxReply> {
  const { enabled } = requireBody(api, signing, () => problem(400, "enabled is required", "enabled"));
  const id = api.part("id");
  const webhook = await requireWebhook(api);
  const keys = enabled ? (webhook.keys ?? makeKeys()) : null;
  await api.store.put("webhook", id, { ...webhook, keys });
  return ok({ id, public_key: keys?.publicKey ?? "" });
}

function requireWebhook({ store, part }: Api): Promise<WebhookDocument> {
  return requireOne(store, "webhook", part("id"), webhookDocument, () =>
    problem(404, "Invalid id provided."),
  );
}

async function saveWebhook(api: Api, id: string, known: WebhookDocument): Promise<WebhookDocument> {
  const asked = requireBody(api, settingsBody, () => problem(400, "invalid request body"));
  const { enabled, url = known.url, friendly_name = known.friendlyName, ...chosen } = asked;
  if (!/^https?:\/\/\S+$/.test(url)) throw new Refused(problem(400, `'${url}' is not a valid url`));
  const others = await api.store.list("webhook", webhookDocument);
  const taken = others.find((other) => other.id !== id && other.data.url === url);
  if (taken) {
    const message = `Webhook at '${url}' already exists. Please provide a unique URL.`;
    throw new Refused({ status: 400, json: { errors: [{ id: taken.id, message, url }] } });
  }
  const webhook: WebhookDocument = {
    ...known,
    url,
    isEnabled: enabled ?? known.isEnabled,
    friendlyName: friendly_name,
    events: eventSettings.filter((name) => chosen[name] ?? known.events.includes(name)),
    updatedAt: api.now().toISOString(),
  };
  await api.store.put("webhook", id, webhook);
  return webhook;
}

function makeKeys(): WebhookDocument["keys"] {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  return {
    publicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64"),
    privateKey: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
  };
}

function present(
  id: string,
  { url, isEnabled, friendlyName, events, createdAt, updatedAt }: WebhookDocument,
) {
  // Whether changes of the account are reported is told only where it is asked for: ?include=account_status_change.
  const told = eventSettings.filter((name) => name !== "account_status_change");
  return {
    enabled: isEnabled,
    url,
    ...Object.fromEntries(told.map((name) => [name, events.includes(name)])),
    friendly_name: friendlyName,
    id,
    created_date: createdAt,
    updated_date: updatedAt,
  };
}

/**
 * Reports an event to each webhook that wants it, signed where it signs.
 * https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event
 */
export async function report(
  context: SandboxAccountContext,
  setting: EventSetting,
  event: Record<string, unknown>,
): Promise<void> {
  const timestamp = Math.floor(context.now().getTime() / 1_000);
  const sg_event_id = randomBytes(24).toString("base64url");
  const body = `${JSON.stringify([{ ...event, timestamp, sg_event_id }])}\r\n`;
  for (const webhook of await listAll(context.store, "webhook", webhookDocument)) {
    if (!webhook.isEnabled || !webhook.events.includes(setting)) continue;
    await context.sendFirst({
      url: webhook.url,
      headers: {
        "user-agent": "SendGrid Event API",
        "content-type": "application/json;charset=utf-8",
        ...createSignature(webhook, String(timestamp), body),
      },
      body,
    });
  }
}

/** What the events of one e-mail have in common. */
export function createEvent(id: string, { toEmail, categories, customArgs }: EmailDocument) {
  const [short = ""] = id.split(".");
  return {
    email: toEmail,
    "smtp-id": `<${short}@geopod-ismtpd-1>`,
    sg_message_id: id,
    category: categories,
    ...customArgs,
  };
}

function createSignature({ keys }: WebhookDocument, timestamp: string, body: string): Record<string, string> {
  if (!keys) return {};
  const key = createPrivateKey({
    key: Buffer.from(keys.privateKey, "base64"),
    format: "der",
    type: "pkcs8",
  });
  return {
    "x-twilio-email-event-webhook-signature": sign("sha256", Buffer.from(timestamp + body), key).toString(
      "base64",
    ),
    "x-twilio-email-event-webhook-timestamp": timestamp,
  };
}
