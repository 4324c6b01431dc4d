import { generateKeyPairSync, randomUUID } from "node:crypto";
import { z } from "zod";
import type { SandboxAccountDesk, SandboxReply } from "../../sandbox-kit/contract.ts";
import { apiRoute } from "./api-route.ts";
import { eventSettings, type WebhookDocument, webhookDocument } from "./documents.ts";
import { problem, Refusal } from "./replies.ts";

const path = "user/webhooks/event/settings";
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

/** https://www.twilio.com/docs/sendgrid/api-reference/webhooks */
export const webhookRoutes = [
  apiRoute("POST", path, { scope: `${scope}.create` }, async (desk, { json }) => {
    const known = await desk.store.list("webhook", webhookDocument);
    if (known.length >= maxWebhooks) {
      return problem(400, "You have reached the maximum number of webhooks per your current billing plan.");
    }
    const id = randomUUID();
    const blank = { url: "", isEnabled: false, friendlyName: null, events: [], keys: null };
    const createdAt = desk.now().toISOString();
    const webhook = await saveWebhook(desk, id, { ...blank, createdAt, updatedAt: createdAt }, json);
    return { status: 201, json: present(id, webhook) };
  }),
  apiRoute("GET", `${path}/all`, { scope: `${scope}.read` }, async ({ store }) => {
    const webhooks = await store.list("webhook", webhookDocument);
    const shown = webhooks.map(({ id, data }) => ({
      ...present(id, data),
      ...(data.keys ? { public_key: data.keys.publicKey } : {}),
    }));
    return { status: 200, json: { max_allowed: maxWebhooks, webhooks: shown.length > 0 ? shown : [{}] } };
  }),
  apiRoute("PATCH", one, { scope: `${scope}.update` }, async (desk, { groups, json }) => {
    const { id, webhook } = await requireWebhook(desk, groups.id);
    return { status: 200, json: present(id, await saveWebhook(desk, id, webhook, json)) };
  }),
  apiRoute("DELETE", one, { scope: `${scope}.delete` }, async (desk, { groups }): Promise<SandboxReply> => {
    const { id } = await requireWebhook(desk, groups.id);
    await desk.store.remove("webhook", id);
    return { status: 204 };
  }),
  apiRoute(
    "PATCH",
    `${path}/signed/(?<id>[0-9a-f-]{36})`,
    { scope: `${scope}.update` },
    async (desk, { groups, json }) => {
      const asked = z.strictObject({ enabled: z.boolean() }).safeParse(json);
      if (!asked.success) return problem(400, "enabled is required", "enabled");
      const { id, webhook } = await requireWebhook(desk, groups.id);
      const keys = asked.data.enabled ? (webhook.keys ?? makeKeys()) : null;
      await desk.store.put("webhook", id, { ...webhook, keys });
      return { status: 200, json: { id, public_key: keys?.publicKey ?? "" } };
    },
  ),
];

async function requireWebhook({ store }: SandboxAccountDesk, id = "") {
  const webhook = await store.get("webhook", id, webhookDocument);
  if (webhook) return { id, webhook };
  throw new Refusal(problem(404, "Invalid id provided."));
}

async function saveWebhook(
  { store, now }: SandboxAccountDesk,
  id: string,
  known: WebhookDocument,
  json: unknown,
): Promise<WebhookDocument> {
  const asked = settingsBody.safeParse(json);
  if (!asked.success) throw new Refusal(problem(400, "invalid request body"));
  const { enabled, url = known.url, friendly_name = known.friendlyName, ...chosen } = asked.data;
  if (!/^https?:\/\/\S+$/.test(url)) throw new Refusal(problem(400, `'${url}' is not a valid url`));
  const others = await store.list("webhook", webhookDocument);
  const taken = others.find((other) => other.id !== id && other.data.url === url);
  if (taken) {
    const message = `Webhook at '${url}' already exists. Please provide a unique URL.`;
    throw new Refusal({ status: 400, json: { errors: [{ id: taken.id, message, url }] } });
  }
  const webhook: WebhookDocument = {
    ...known,
    url,
    isEnabled: enabled ?? known.isEnabled,
    friendlyName: friendly_name,
    events: eventSettings.filter((name) => chosen[name] ?? known.events.includes(name)),
    updatedAt: now().toISOString(),
  };
  await store.put("webhook", id, webhook);
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
