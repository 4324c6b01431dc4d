import { webhookBody } from "#lib/events/body.ts";
import type { OutboundClient, OutboundReply } from "#lib/http/send.ts";
import { maskerOf } from "#lib/webhooks/known-secrets.ts";
import type { WebhookSecrets } from "#lib/webhooks/secrets.ts";
import type { ClaimedDelivery } from "./claim.ts";
import { composeHeaders } from "./compose-request.ts";
import { type Attempt, concludeAttempt } from "./conclude-attempt.ts";
import type { DueDestination } from "./due-destinations.ts";
import { readableReply } from "./readable-reply.ts";

/** Sends a delivery to its webhook once. A failing endpoint is a result, not an exception. */
export async function attemptDelivery(input: {
  client: OutboundClient;
  delivery: ClaimedDelivery;
  destination: DueDestination;
  secrets: WebhookSecrets;
}): Promise<Attempt> {
  const { delivery, destination } = input;
  const startedAt = new Date();
  const body = webhookBody({
    type: delivery.eventType,
    occurredAt: new Date(delivery.occurredAt),
    dataJson: delivery.dataJson,
  });
  const { headers, shownHeaders } = composeHeaders({
    eventId: delivery.eventId,
    body,
    now: startedAt,
    secrets: input.secrets,
  });
  const sent = await input.client.send({
    method: "POST",
    url: destination.url,
    headers,
    body,
    timeoutMs: destination.timeoutMs,
    // An attempt that no other follows does not depend on whether a kept connection is still open.
    isSentOnce: delivery.trigger !== "schedule" || delivery.scheduleStep >= destination.retrySchedule.length,
  });
  const reply = withoutSecrets(await readableReply(sent), input.secrets);
  return concludeAttempt({ delivery, destination, startedAt, requestHeaders: shownHeaders, reply });
}

/** An endpoint that repeats what it was sent must not put it into the log, which more people read. */
function withoutSecrets(reply: OutboundReply, secrets: WebhookSecrets): OutboundReply {
  if (!reply.ok) return reply;
  const mask = maskerOf(secrets);
  return {
    ...reply,
    headers: mask.inValues(reply.headers),
    body: mask.inText(reply.body, reply.isBodyCut),
  };
}
