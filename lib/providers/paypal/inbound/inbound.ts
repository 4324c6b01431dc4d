import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { Inbound, InboundRequest } from "../../contract/inbound.ts";
import { id, listOfReadable, text } from "../../kit/lenient.ts";
import { isFine } from "../../kit/rest-client.ts";
import { api } from "../client.ts";
import { toProviderError } from "../errors.ts";
import { describeEvent, eventTypes, moneyIn, readEvent } from "./event.ts";
import { maxAgeSeconds, verifySignature } from "./signature.ts";

const path = "/v1/notifications/webhooks";

const webhook = z.looseObject({
  id,
  url: text,
  event_types: listOfReadable(z.looseObject({ name: text })),
});

type Webhook = z.infer<typeof webhook>;

const event_types = eventTypes.map((name) => ({ name }));

/** https://developer.paypal.com/api/rest/webhooks/rest/ */
export const inbound = {
  address: "integration",
  signedBy: "provider",
  maxAgeSeconds,
  verify: verifySignature,
  parse(request: InboundRequest) {
    const event = readEvent(request);
    const said = describeEvent(event);
    const money = moneyIn(event);
    return {
      id: event.id,
      topic: event.event_type,
      accountId: null,
      effects: [...(money ? [money] : []), ...(said === null ? [] : [{ kind: "noted" as const, said }])],
    };
  },
  subscribe,
  unsubscribe,
} satisfies Inbound;

/**
 * Has PayPal tell us of payments and disputes. A webhook that is there for our address is taken over; what it tells of
 * is set again where that differs.
 * https://developer.paypal.com/docs/api/webhooks/v1/#webhooks_post
 */
async function subscribe(call: Call, { url }: { url: string }): Promise<Record<string, string>> {
  const known = await findWebhook(call, url);
  if (!known) {
    const json = { url, event_types };
    const made = await api.ask(call, { method: "POST", path, json }, webhook);
    return { webhookId: made.id };
  }
  if (!tellsOfAll(known)) {
    const json = [{ op: "replace", path: "/event_types", value: event_types }];
    await api.ask(call, { method: "PATCH", path: `${path}/${known.id}`, json }, webhook);
  }
  return { webhookId: known.id };
}

/** https://developer.paypal.com/docs/api/webhooks/v1/#webhooks_delete */
async function unsubscribe(call: Call, { url }: { url: string }): Promise<void> {
  const known = await findWebhook(call, url);
  if (!known) return;
  const reply = await api.send(call, { method: "DELETE", path: `${path}/${known.id}` });
  if (!isFine(reply) && reply.status !== 404) throw toProviderError(reply);
}

async function findWebhook(call: Call, url: string): Promise<Webhook | null> {
  // Other webhooks are none of our business, whatever they look like.
  const answer = z.looseObject({ webhooks: listOfReadable(webhook) });
  const { webhooks } = await api.ask(call, { method: "GET", path }, answer);
  return webhooks.find((candidate) => candidate.url === url) ?? null;
}

function tellsOfAll({ event_types }: Webhook): boolean {
  const told = new Set(event_types.map(({ name }) => name));
  return told.size === eventTypes.length && eventTypes.every((name) => told.has(name));
}
