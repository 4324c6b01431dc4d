import { createHmac, randomBytes } from "node:crypto";
import type { SandboxStore } from "../../sandbox-kit/contract.ts";
import type { Shop } from "./documents.ts";
import { webhookDocument } from "./documents.ts";

const mostFailures = 5;

function userAgent({ site }: Shop): string {
  return `WooCommerce/${site.version} Hookshot (WordPress/7.0.1)`;
}

/**
 * Sends a message to each active webhook of a topic, signed. One that fails more than five times in a row is disabled.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#delivery-payload
 */
export async function sendWebhooks(
  shop: Shop,
  topic: `${"product" | "order"}.${"created" | "updated" | "deleted"}`,
  payload: Record<string, unknown>,
): Promise<void> {
  const { context, address } = shop;
  const body = JSON.stringify(payload);
  const [resource = "", event = ""] = topic.split(".");
  const { store } = context;
  await context.afterwards(async (send) => {
    for (const { id, data: webhook } of await store.list("webhook", webhookDocument)) {
      if (webhook.topic !== topic || webhook.status !== "active") continue;
      const { status } = await send({
        url: webhook.deliveryUrl,
        headers: {
          "user-agent": userAgent(shop),
          "content-type": "application/json",
          "x-wc-webhook-source": `${address}/`,
          "x-wc-webhook-topic": topic,
          "x-wc-webhook-resource": resource,
          "x-wc-webhook-event": event,
          "x-wc-webhook-signature": createHmac("sha256", webhook.secret).update(body).digest("base64"),
          "x-wc-webhook-id": id,
          "x-wc-webhook-delivery-id": randomBytes(16).toString("hex"),
        },
        body,
      });
      await store.atomically((own) => countDelivery(own, id, status));
    }
  });
}

/** A webhook that was deleted meanwhile stays so. */
async function countDelivery(store: SandboxStore, id: string, status: number | null): Promise<void> {
  const webhook = await store.get("webhook", id, webhookDocument);
  if (webhook === null) return;
  const isTaken = status !== null && status >= 200 && status < 303;
  const isDisabled = !isTaken && webhook.failureCount > mostFailures;
  await store.put("webhook", id, {
    ...webhook,
    status: isDisabled ? "disabled" : webhook.status,
    failureCount: isTaken ? 0 : webhook.failureCount + 1,
  });
}

/** The first message to a new webhook: unsigned, as a form. WooCommerce has it answered before it answers itself. */
export async function sendPing(shop: Shop, id: string, deliveryUrl: string): Promise<void> {
  await shop.context.sendFirst({
    url: deliveryUrl,
    headers: { "user-agent": userAgent(shop), "content-type": "application/x-www-form-urlencoded" },
    body: `webhook_id=${id}`,
  });
}
