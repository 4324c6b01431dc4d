import { attemptMessage } from "#lib/deliveries/attempt-message.ts";
import type { Attempt, ClaimedDelivery, DueDestination, Result, Sender } from "#lib/engine/sender.ts";
import { env } from "#lib/env.ts";
import { isAnnounced } from "#lib/events/announce-events.ts";
import { webhookBody } from "#lib/events/body.ts";
import type { NewEvent } from "#lib/events/insert-events.ts";
import { createOutboundClient, type OutboundClient, type OutboundReply } from "#lib/http/send.ts";
import { newId } from "#lib/ids.ts";
import { createMasker } from "../known-secrets.ts";
import { retireWebhook } from "../retire-webhook.ts";
import type { WebhookSecrets } from "../secrets.ts";
import { composeHeaders } from "./compose-request.ts";
import { readAnswer } from "./read-answer.ts";
import { readableReply } from "./readable-reply.ts";
import { SendableWebhooks } from "./sendable-webhooks.ts";

const webhooks = new SendableWebhooks();

/** Sends an event to a merchant's URL, signed by Standard Webhooks. */
export const webhookSender: Sender = {
  kind: "webhook",
  successEvent: "webhook.triggered",
  async attempt(delivery, destination) {
    return sendToWebhook(delivery, destination, await webhooks.open(destination));
  },
  retire: retireWebhook,
  tell: tellOfDelivery,
};

/** Sends a delivery to its webhook once. A failing endpoint is a result, not an exception. */
export async function sendToWebhook(
  delivery: ClaimedDelivery,
  destination: Pick<DueDestination, "timeoutMs" | "retrySchedule">,
  { url, secrets }: { url: string; secrets: WebhookSecrets },
): Promise<Result> {
  const body = webhookBody({
    type: delivery.eventType,
    occurredAt: new Date(delivery.occurredAt),
    dataJson: delivery.dataJson,
  });
  const { headers, shownHeaders } = composeHeaders({
    eventId: delivery.eventId,
    body,
    now: new Date(),
    secrets,
  });
  const sent = await sharedOutboundClient().send({
    method: "POST",
    url,
    headers,
    body,
    timeoutMs: destination.timeoutMs,
    // An attempt that no other follows does not depend on whether a kept connection is still open.
    isSentOnce: delivery.trigger !== "schedule" || delivery.scheduleStep >= destination.retrySchedule.length,
  });
  const reply = withoutSecrets(await readableReply(sent), secrets);
  const { totalMs, ...phases } = reply.timing;
  return {
    ...readAnswer(reply),
    totalMs,
    exchange: {
      url,
      statusCode: reply.ok ? reply.statusCode : null,
      requestHeaders: shownHeaders,
      responseHeaders: reply.ok ? reply.headers : null,
      responseBody: reply.ok ? reply.body : null,
      isResponseCut: reply.ok && reply.isBodyCut,
      ...phases,
    },
  };
}

/** An endpoint that repeats what it was sent must not put it into the log, which more people read. */
function withoutSecrets(reply: OutboundReply, secrets: WebhookSecrets): OutboundReply {
  if (!reply.ok) return reply;
  const mask = createMasker(secrets);
  return {
    ...reply,
    headers: mask.inValues(reply.headers),
    body: mask.inText(reply.body, reply.isBodyCut),
  };
}

/** News of an event that is such news itself is told to nobody. */
function tellOfDelivery(attempt: Attempt, { isDisabled }: { isDisabled: boolean }): NewEvent | null {
  const { delivery, result } = attempt;
  if (delivery.eventType.startsWith("webhook.")) return null;
  const isTriggered = attempt.outcome === "delivered";
  if (isTriggered && !attempt.destination.isSuccessWanted && !isAnnounced("webhook.triggered")) return null;
  const data = {
    deliveryId: delivery.id,
    eventId: delivery.eventId,
    eventType: delivery.eventType,
    webhookId: delivery.destinationId,
    url: result.exchange?.url ?? "",
    attempts: attempt.number,
    statusCode: result.exchange?.statusCode ?? null,
  };
  const failure = { reason: attemptMessage(result), isWebhookDisabled: isDisabled };
  return {
    id: newId("evt"),
    type: isTriggered ? "webhook.triggered" : "webhook.failed",
    data: isTriggered ? data : { ...data, ...failure },
    occurredAt: new Date(),
  };
}

declare global {
  // Next bundles this module more than once; a process keeps one set of connections all the same.
  var patchbayOutboundClient: OutboundClient | undefined;
}

/** The client for every URL that a merchant supplied. */
function sharedOutboundClient(): OutboundClient {
  globalThis.patchbayOutboundClient ??= createOutboundClient({ allowHosts: env().outboundAllowHosts });
  return globalThis.patchbayOutboundClient;
}
