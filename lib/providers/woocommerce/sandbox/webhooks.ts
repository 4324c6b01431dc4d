import { Refused } from "../../sandbox-kit/api.ts";
import type { SandboxRoute } from "../../sandbox-kit/contract.ts";
import { missingParameter, restError } from "./answers.ts";
import { apiRoute } from "./api.ts";
import { itemReply, pageReply, readBoolean, readIntegers, readObjects, readText } from "./collection.ts";
import { nextId, presentTime, type Shop, type WebhookDocument, webhookDocument } from "./documents.ts";
import { sendPing } from "./webhook-sender.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#webhooks */
export const webhookRoutes: readonly SandboxRoute[] = [
  apiRoute("GET", "webhooks", async (shop, { query }) => {
    const webhooks = await shop.context.store.list("webhook", webhookDocument);
    return pageReply(
      query,
      webhooks.reverse().map(({ id, data }) => presentWebhook(shop, id, data)),
    );
  }),
  apiRoute("POST", "webhooks", async (shop, { query, body }) => {
    return itemReply(query, await createWebhook(shop, body), 201);
  }),
  apiRoute("POST", "webhooks/batch", async (shop, { body }) => {
    const done: Record<"create" | "update" | "delete", Record<string, unknown>[]> = {
      create: [],
      update: [],
      delete: [],
    };
    for (const item of readObjects(body.create, "create")) done.create.push(await createWebhook(shop, item));
    for (const item of readObjects(body.update, "update")) {
      done.update.push(await updateWebhook(shop, String(item.id), item));
    }
    for (const id of readIntegers(body.delete, "delete")) {
      done.delete.push(await deleteWebhook(shop, String(id)));
    }
    const json = Object.fromEntries(Object.entries(done).filter(([, items]) => items.length > 0));
    // PHP writes an empty array as a list.
    return { status: 200, json: Object.keys(json).length > 0 ? json : [] };
  }),
  apiRoute("GET", "webhooks/(?<id>\\d+)", async (shop, { query, groups }) => {
    const { id, webhook } = await requireWebhook(shop, groups.id, 404);
    return itemReply(query, presentWebhook(shop, id, webhook));
  }),
  apiRoute("PUT", "webhooks/(?<id>\\d+)", async (shop, { query, groups, body }) => {
    return itemReply(query, await updateWebhook(shop, groups.id, body));
  }),
  apiRoute("DELETE", "webhooks/(?<id>\\d+)", async (shop, { query, groups }) => {
    if (!readBoolean(query.get("force"), "force")) {
      // A shop says 501, which a sandbox keeps for what it was told to break.
      return restError(400, "woocommerce_rest_trash_not_supported", "Webhooks do not support trashing.");
    }
    return itemReply(query, await deleteWebhook(shop, groups.id));
  }),
];

const topicForm =
  /^(?:(?:coupon|customer|order|product)\.(?:created|updated|deleted|restored)|action\.[a-z_]+)$/;
const statuses = ["active", "paused", "disabled"] as const;

type Body = Readonly<Record<string, unknown>>;

/** Makes a webhook, and pings its address. */
async function createWebhook(shop: Shop, body: Body): Promise<Record<string, unknown>> {
  const topic = readText(body.topic, "topic");
  const deliveryUrl = readText(body.delivery_url, "delivery_url");
  if (topic === undefined) throw new Refused(missingParameter("topic"));
  if (deliveryUrl === undefined) throw new Refused(missingParameter("delivery_url"));
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
  await shop.context.store.put("webhook", id, webhook);
  await sendPing(shop, id, deliveryUrl);
  return presentWebhook(shop, id, webhook);
}

async function updateWebhook(
  shop: Shop,
  asked: string | undefined,
  body: Body,
): Promise<Record<string, unknown>> {
  const { id, webhook: known } = await requireWebhook(shop, asked, 400);
  const webhook = changed(shop, known, body);
  await shop.context.store.put("webhook", id, webhook);
  return presentWebhook(shop, id, webhook);
}

async function deleteWebhook(shop: Shop, asked: string | undefined): Promise<Record<string, unknown>> {
  const { id, webhook } = await requireWebhook(shop, asked, 404);
  await shop.context.store.remove("webhook", id);
  return presentWebhook(shop, id, webhook);
}

async function requireWebhook({ context }: Shop, id = "", status: 400 | 404 = 404) {
  const webhook = await context.store.get("webhook", id, webhookDocument);
  if (webhook) return { id, webhook };
  throw new Refused(restError(status, "woocommerce_rest_shop_webhook_invalid_id", "ID is invalid."));
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

function invalid(what: "topic" | "delivery_url" | "status", message: string): Refused {
  return new Refused(restError(400, `woocommerce_rest_shop_webhook_invalid_${what}`, message));
}

/** The secret is write-only. */
function presentWebhook({ address, site }: Shop, id: string, webhook: WebhookDocument) {
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
