import type { Inbound, InboundRequest } from "../../inbound.ts";
import { readEvents } from "./events.ts";
import { maxAgeSeconds, verifySignature } from "./signature.ts";
import { subscribe, unsubscribe } from "./subscribe.ts";
import { describeEvents } from "./words.ts";

/** https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event */
export const inbound = {
  address: "integration",
  signedBy: "provider",
  maxAgeSeconds,
  verify: verifySignature,
  parse(request: InboundRequest) {
    const events = readEvents(request);
    const kinds = [...new Set(events.map(({ event }) => event))];
    return {
      // A heap has no id of its own; one that is sent again is the same to the byte.
      id: null,
      topic: kinds.length === 1 ? `mail/${kinds[0]}` : "mail/events",
      accountId: null,
      effects: describeEvents(events).map((title) => ({ kind: "noted" as const, title })),
    };
  },
  scopes: [
    "user.webhooks.event.settings.read",
    "user.webhooks.event.settings.create",
    "user.webhooks.event.settings.update",
    "user.webhooks.event.settings.delete",
  ],
  subscribe,
  unsubscribe,
} satisfies Inbound;
