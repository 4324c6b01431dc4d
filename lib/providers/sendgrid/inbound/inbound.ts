import type { Inbound, InboundRequest } from "../../contract/inbound.ts";
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
    const { items: events, unread } = readEvents(request);
    const odd = unread.map(({ code, field, params }) => {
      return { kind: "unread" as const, reason: { code, field, params } };
    });
    const kinds = [...new Set(events.map(({ event }) => event))];
    return {
      // A heap has no id of its own; one that is sent again is the same to the byte.
      id: null,
      topic: kinds.length === 1 ? `mail/${kinds[0]?.slice(0, 50)}` : "mail/events",
      accountId: null,
      effects: [
        ...describeEvents(events).map((said) => ({ kind: "noted" as const, said })),
        ...odd.slice(0, 1),
      ],
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
