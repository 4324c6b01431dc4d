import { createHmac, randomUUID } from "node:crypto";
import type { SandboxAccountContext } from "#lib/providers/sandbox-kit/contract.ts";
import { listWebhooks, readShop } from "./shop.ts";

export const apiVersion = "2026-10";

/**
 * Tells everyone who asked for a topic.
 * @param topic as Shopify writes it in the header: `orders/create`
 * @returns how many were told
 */
export async function notify(
  context: SandboxAccountContext,
  topic: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<number> {
  const name = topic.toUpperCase().replace("/", "_");
  const asked = (await listWebhooks(context)).filter(({ data }) => data.topic === name);
  await context.afterwards(async (send) => {
    await Promise.all(
      asked.map(async ({ data }) =>
        send(await toMessage(context, { url: data.uri, topic, payload: pick(payload, data.includeFields) })),
      ),
    );
  });
  return asked.length;
}

/** The privacy topics go where the app as a whole is reached, asked for or not. */
export async function notifyCompliance(
  context: SandboxAccountContext,
  topic: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<number | null> {
  const { status } = await context.sendFirst(
    await toMessage(context, { url: context.appWebhookUrl, topic, payload }),
  );
  return status;
}

/** Headers and signature: https://shopify.dev/docs/apps/build/webhooks/subscribe/https */
async function toMessage(
  context: SandboxAccountContext,
  { url, topic, payload }: { url: string; topic: string; payload: Readonly<Record<string, unknown>> },
) {
  const body = JSON.stringify(payload);
  const { domain } = await readShop(context);
  return {
    url,
    body,
    headers: {
      "content-type": "application/json",
      "user-agent": "Shopify-Captain-Hook",
      "x-shopify-topic": topic,
      "x-shopify-shop-domain": domain,
      "x-shopify-api-version": apiVersion,
      "x-shopify-webhook-id": randomUUID(),
      "x-shopify-event-id": randomUUID(),
      "x-shopify-triggered-at": context.now().toISOString(),
      "x-shopify-hmac-sha256": createHmac("sha256", context.app.clientSecret).update(body).digest("base64"),
    },
  };
}

function pick(
  payload: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): Record<string, unknown> {
  const entries = Object.entries(payload);
  return Object.fromEntries(
    fields.length === 0 ? entries : entries.filter(([name]) => fields.includes(name)),
  );
}
