import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { hint, id, list } from "../kit/lenient.ts";
import { readEach } from "../kit/read-each.ts";
import { askStore, askStoreForPage } from "./client.ts";

const topics = [
  "product.created",
  "product.updated",
  "product.deleted",
  "order.created",
  "order.updated",
  "order.deleted",
] as const;

const webhookSchema = z.looseObject({ id, topic: hint, delivery_url: hint });
type Webhook = z.infer<typeof webhookSchema>;

const maxPages = 20;

/**
 * Has the shop tell us of products and orders. Webhooks that are there for our address are taken over and switched on
 * again: WooCommerce switches one off after more than five failed deliveries in a row.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#create-a-webhook
 */
export async function subscribe(
  call: Call,
  { url, secret }: { url: string; secret: string },
): Promise<Record<string, string>> {
  const ours = await listOwn(call, url);
  for (const topic of topics) {
    const known = ours.find((webhook) => webhook.topic === topic);
    // The secret cannot be read back, so that of a webhook that was there is set anew.
    const json = { status: "active", secret };
    const request = known
      ? ({ method: "PUT", path: `webhooks/${known.id}`, json } as const)
      : ({
          method: "POST",
          path: "webhooks",
          json: { ...json, name: `Patchbay ${topic}`, topic, delivery_url: url },
        } as const);
    await askStore(call, request, webhookSchema);
  }
  return {};
}

/** Takes the webhooks to our address back: keys that are not revoked at the shop would let them go on. */
export async function unsubscribe(call: Call, { url }: { url: string }): Promise<void> {
  for (const webhook of await listOwn(call, url)) {
    const query = { force: "true" };
    await askStore(call, { method: "DELETE", path: `webhooks/${webhook.id}`, query }, webhookSchema);
  }
}

async function listOwn(call: Call, url: string): Promise<Webhook[]> {
  return (await listWebhooks(call)).filter(({ delivery_url }) => delivery_url === url);
}

async function listWebhooks(call: Call): Promise<Webhook[]> {
  const webhooks: Webhook[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const query = { per_page: "100", page: String(page), _fields: "id,topic,delivery_url" };
    const { data } = await askStoreForPage(call, { method: "GET", path: "webhooks", query }, list);
    // Other apps' webhooks are none of our business, whatever they look like.
    webhooks.push(...readEach(data, { id: "id" }, (record) => webhookSchema.parse(record)).items);
    if (data.length < 100) break;
  }
  return webhooks;
}
