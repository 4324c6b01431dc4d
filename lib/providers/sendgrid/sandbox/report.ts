import { createPrivateKey, randomBytes, sign } from "node:crypto";
import type { SandboxAccountDesk } from "../../sandbox-kit/contract.ts";
import { type EmailDocument, type EventSetting, type WebhookDocument, webhookDocument } from "./documents.ts";

/**
 * Reports an event to each webhook that wants it, signed where it signs.
 * https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event
 */
export async function report(
  desk: SandboxAccountDesk,
  setting: EventSetting,
  event: Record<string, unknown>,
): Promise<void> {
  const timestamp = Math.floor(desk.now().getTime() / 1_000);
  const sg_event_id = randomBytes(24).toString("base64url");
  const body = `${JSON.stringify([{ ...event, timestamp, sg_event_id }])}\r\n`;
  for (const { data: webhook } of await desk.store.list("webhook", webhookDocument)) {
    if (!webhook.isEnabled || !webhook.events.includes(setting)) continue;
    await desk.send({
      url: webhook.url,
      headers: {
        "user-agent": "SendGrid Event API",
        "content-type": "application/json;charset=utf-8",
        ...signatureOf(webhook, String(timestamp), body),
      },
      body,
    });
  }
}

/** What the events of one e-mail have in common. */
export function eventOf(id: string, { toEmail, categories, customArgs }: EmailDocument) {
  const [short = ""] = id.split(".");
  return {
    email: toEmail,
    "smtp-id": `<${short}@geopod-ismtpd-1>`,
    sg_message_id: id,
    category: categories,
    ...customArgs,
  };
}

function signatureOf({ keys }: WebhookDocument, timestamp: string, body: string): Record<string, string> {
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
