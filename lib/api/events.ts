import { getEvent } from "#lib/deliveries/get-event.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { listEvents } from "#lib/events/list-events.ts";
import { maxEventsBytes } from "#lib/events/schema.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Events";

export const eventEndpoints = {
  acceptEvents: {
    method: "POST",
    path: "/api/events",
    summary: "Send one event, or up to 1,000",
    tag,
    verb: acceptEvents,
    status: 202,
    maxBodyBytes: maxEventsBytes,
    takesEvents: true,
  },
  listEvents: {
    method: "GET",
    path: "/api/events",
    summary: "List events, newest first",
    tag,
    verb: listEvents,
    status: 200,
  },
  getEvent: {
    method: "GET",
    path: "/api/events/{id}",
    summary: "One event with its deliveries and attempts",
    tag,
    verb: getEvent,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
