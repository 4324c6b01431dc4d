import { type WebhookDocument, webhookDocument } from "./documents.ts";
import { readText } from "./parameters.ts";
import { missingParameter, RestRefusal, restError } from "./replies.ts";
import { nextId, type Shop } from "./shop.ts";
import { presentTime } from "./times.ts";
import { sendPing } from "./webhook-sender.ts";

const topicForm =
  /^(?:(?:coupon|customer|order|product)\.(?:created|updated|deleted|restored)|action\.[a-z_]+)$/;
const statuses = ["active", "paused", "disabled"] as const;

type Body = Readonly<Record<string, unknown>>;

/** Makes a webhook, and pings its address. */
export async function createWebhook(shop: Shop, body: Body): Promise<Record<string, unknown>> {
  const topic = readText(body.topic, "topic");
  const deliveryUrl = readText(body.delivery_url, "delivery_url");
  if (topic === undefined) throw new RestRefusal(missingParameter("topic"));
  if (deliveryUrl === undefined) throw new RestRefusal(missingParameter("delivery_url"));
  const id = String(await nextId(shop));
  const webhook = changed(
    shop,
    {
      name: `Webhook created on ${shop.now.slice(0, 10)}`,
      status: "active",
      topic: "",
      deliveryUrl: "",
      secret: `generated-${id}`,
      failureCount: 0,
      createdAt: shop.now,
      modifiedAt: shop.now,
    },
    body,
  );
  await shop.desk.store.put("webhook", id, webhook);
  await sendPing(shop, id, deliveryUrl);
  return presentWebhook(shop, id, webhook);
}

export async function updateWebhook(
  shop: Shop,
  asked: string | undefined,
  body: Body,
): Promise<Record<string, unknown>> {
  const { id, webhook: known } = await requireWebhook(shop, asked, 400);
  const webhook = changed(shop, known, body);
  await shop.desk.store.put("webhook", id, webhook);
  return presentWebhook(shop, id, webhook);
}

export async function deleteWebhook(shop: Shop, asked: string | undefined): Promise<Record<string, unknown>> {
  const { id, webhook } = await requireWebhook(shop, asked, 404);
  await shop.desk.store.remove("webhook", id);
  return presentWebhook(shop, id, webhook);
}

export async function requireWebhook({ desk }: Shop, id = "", status: 400 | 404 = 404) {
  const webhook = await desk.store.get("webhook", id, webhookDocument);
  if (webhook) return { id, webhook };
  throw new RestRefusal(restError(status, "woocommerce_rest_shop_webhook_invalid_id", "ID is invalid."));
}

function changed({ now }: Shop, webhook: WebhookDocument, body: Body): WebhookDocument {
  const topic = readText(body.topic, "topic") ?? webhook.topic;
  const deliveryUrl = readText(body.delivery_url, "delivery_url") ?? webhook.deliveryUrl;
  const asked = readText(body.status, "status") ?? webhook.status;
  const status = statuses.find((known) => known === asked);
  if (!topicForm.test(topic)) throw invalid("topic", "Webhook topic is required and must be valid.");
  if (!/^https?:\/\//.test(deliveryUrl)) {
    throw invalid(
      "delivery_url",
      "Webhook delivery URL must be a valid URL starting with http:// or https://.",
    );
  }
  if (!status) throw invalid("status", "Webhook status must be valid.");
  return {
    ...webhook,
    topic,
    deliveryUrl,
    status,
    name: readText(body.name, "name") ?? webhook.name,
    secret: readText(body.secret, "secret") || webhook.secret,
    failureCount: status === "active" && webhook.status !== "active" ? 0 : webhook.failureCount,
    modifiedAt: now,
  };
}

function invalid(what: "topic" | "delivery_url" | "status", message: string): RestRefusal {
  return new RestRefusal(restError(400, `woocommerce_rest_shop_webhook_invalid_${what}`, message));
}

/** The secret is write-only. */
export function presentWebhook({ address, site }: Shop, id: string, webhook: WebhookDocument) {
  const [resource = "", event = ""] = webhook.topic.split(".");
  const collection = `${address}/wp-json/wc/v3/webhooks`;
  return {
    id: Number(id),
    name: webhook.name,
    status: webhook.status,
    topic: webhook.topic,
    resource,
    event,
    hooks: [],
    delivery_url: webhook.deliveryUrl,
    ...presentTime("date_created", webhook.createdAt, site),
    ...presentTime("date_modified", webhook.modifiedAt, site),
    _links: { self: [{ href: `${collection}/${id}` }], collection: [{ href: collection }] },
  };
}
