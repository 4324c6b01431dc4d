import { createPrivateKey, randomUUID, sign } from "node:crypto";
import { crc32 } from "node:zlib";
import type { SandboxAccountContext } from "../../sandbox-kit/contract.ts";
import { newId, webhookDocument } from "./documents.ts";
import { getSigner } from "./signer.ts";

type Event = {
  type: string;
  resourceType: string;
  summary: string;
  resource: Record<string, unknown>;
};

/**
 * Sends an event to each webhook that asked for it, signed.
 * https://developer.paypal.com/api/rest/webhooks/rest/#link-selfverificationmethod
 */
export async function sendEvent(context: SandboxAccountContext, event: Event): Promise<void> {
  const webhooks = await context.store.list("webhook", webhookDocument);
  const wanting = webhooks.filter(
    ({ data }) => data.eventTypes.includes(event.type) || data.eventTypes.includes("*"),
  );
  if (wanting.length === 0) return;
  const id = `WH-${newId(17)}-${newId(17)}`;
  const createdAt = context.now().toISOString();
  const body = JSON.stringify({
    id,
    event_version: "1.0",
    create_time: createdAt,
    resource_type: event.resourceType,
    resource_version: "2.0",
    event_type: event.type,
    summary: event.summary,
    resource: event.resource,
    links: [
      {
        href: `https://api.paypal.com/v1/notifications/webhooks-events/${id}`,
        rel: "self",
        method: "GET",
      },
    ],
  });
  await context.afterwards(async (send) => {
    for (const { id: webhookId, data } of wanting) {
      await send({
        url: data.url,
        headers: await createHeaders(context, webhookId, data.host, body),
        body,
      });
    }
  });
}

async function createHeaders(context: SandboxAccountContext, webhookId: string, host: string, body: string) {
  const { certificateId, privateKey } = await getSigner(context);
  const transmissionId = randomUUID();
  const sentAt = `${context.now().toISOString().slice(0, 19)}Z`;
  const signed = [transmissionId, sentAt, webhookId, crc32(body)].join("|");
  const key = createPrivateKey({ key: Buffer.from(privateKey, "base64"), format: "der", type: "pkcs8" });
  return {
    "user-agent": "PayPal/AUHD-214.0-58843069",
    "content-type": "application/json",
    "correlation-id": newId(13).toLowerCase(),
    "paypal-auth-algo": "SHA256withRSA",
    "paypal-auth-version": "v2",
    "paypal-cert-url": `https://${host}/v1/notifications/certs/${certificateId}`,
    "paypal-transmission-id": transmissionId,
    "paypal-transmission-sig": sign("sha256", Buffer.from(signed), key).toString("base64"),
    "paypal-transmission-time": sentAt,
  };
}
