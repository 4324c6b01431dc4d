import { createHmac, randomInt } from "node:crypto";
import type { SandboxAccountDesk } from "../../sandbox-kit/contract.ts";

type SandboxEvent = { subscriptionType: string; objectId: string };

/**
 * Posts events to the app's address, signed by version 3:
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 * @returns how it was answered, in words
 */
export async function sendEvents(desk: SandboxAccountDesk, events: readonly SandboxEvent[]): Promise<string> {
  const at = desk.now().getTime();
  const body = JSON.stringify(
    events.map(({ subscriptionType, objectId }, index) => ({
      eventId: randomInt(1, 2 ** 31),
      subscriptionId: 3_105_220 + index,
      portalId: Number(desk.account.externalId),
      appId: 7_204_518,
      occurredAt: at,
      subscriptionType,
      attemptNumber: 0,
      objectId: Number(objectId),
      changeFlag: "DELETED",
      changeSource: "CRM_UI",
      sourceId: "userId:61340227",
    })),
  );
  const { status } = await desk.send({
    url: desk.appWebhookUrl,
    headers: {
      "content-type": "application/json",
      "user-agent": "HubSpot Connect 2.0 (http://dev.hubspot.com/) (namespace: webhooks-nio-http-client)",
      "x-hubspot-request-timestamp": String(at),
      "x-hubspot-signature-v3": sign(desk.app.clientSecret, desk.appWebhookUrl, body, at),
    },
    body,
  });
  const what = events.map(({ subscriptionType }) => subscriptionType).join(" and ");
  return status === null
    ? `${what} was sent, and nobody answered`
    : `${what} was sent and answered with ${status}`;
}

/** Our address has nothing in it that would have to be decoded. */
function sign(secret: string, url: string, body: string, at: number): string {
  return createHmac("sha256", secret).update(`POST${url}${body}${at}`).digest("base64");
}
