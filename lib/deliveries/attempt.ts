import { webhookBody } from "#lib/events/body.ts";
import type { OutboundClient } from "#lib/http/send.ts";
import { newId } from "#lib/ids.ts";
import type { WebhookSecrets } from "#lib/webhooks/secrets.ts";
import type { ClaimedDelivery } from "./claim.ts";
import { composeHeaders } from "./compose-request.ts";
import type { DueDestination } from "./due-destinations.ts";
import { judge, type Verdict } from "./outcome.ts";
import type { TimingDto } from "./schema.ts";

/** One try at a delivery: what was sent, what came back, and what follows from it. */
export type Attempt = Verdict & {
  id: string;
  delivery: ClaimedDelivery;
  destination: DueDestination;
  number: number;
  startedAt: Date;
  url: string;
  requestHeaders: Record<string, string>;
  statusCode: number | null;
  responseHeaders: Record<string, string> | null;
  responseBody: string | null;
  isResponseCut: boolean;
  timing: TimingDto;
};

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
  const reply = await input.client.send({
    method: "POST",
    url: destination.url,
    headers,
    body,
    timeoutMs: destination.timeoutMs,
  });
  const number = delivery.attempts + 1;
  const verdict = judge({
    reply,
    attemptNumber: number,
    retryScheduleSeconds: destination.retrySchedule,
    isTest: delivery.isTest,
    now: new Date(),
    random: Math.random(),
  });
  return {
    ...verdict,
    id: newId("att"),
    delivery,
    destination,
    number,
    startedAt,
    url: destination.url,
    requestHeaders: shownHeaders,
    statusCode: reply.ok ? reply.statusCode : null,
    responseHeaders: reply.ok ? reply.headers : null,
    responseBody: reply.ok ? reply.body : null,
    isResponseCut: reply.ok && reply.isBodyCut,
    timing: reply.timing,
  };
}
