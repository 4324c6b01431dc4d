import { z } from "zod";
import { eventDetailDto } from "#lib/deliveries/event-detail-schema.ts";
import { eventIdInput, getEvent } from "#lib/deliveries/get-event.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { listEvents } from "#lib/events/list-events.ts";
import {
  acceptEventsInput,
  acceptedEventDto,
  eventDto,
  listEventsInput,
  maxEventsBytes,
} from "#lib/events/schema.ts";
import { pageOf } from "#lib/listing/page.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Events";

export const acceptEventsEndpoint = {
  method: "POST",
  path: "/api/events",
  summary: "Send one event, or up to 1,000",
  tag,
  permission: "events:write",
  input: acceptEventsInput,
  output: z.object({ data: z.array(acceptedEventDto) }),
  status: 202,
  maxBodyBytes: maxEventsBytes,
  takesEvents: true,
  run: acceptEvents,
} satisfies Endpoint;

export const listEventsEndpoint = {
  method: "GET",
  path: "/api/events",
  summary: "List events, newest first",
  tag,
  permission: "read",
  input: listEventsInput,
  output: pageOf(eventDto),
  status: 200,
  run: listEvents,
} satisfies Endpoint;

export const getEventEndpoint = {
  method: "GET",
  path: "/api/events/{id}",
  summary: "One event with its deliveries and attempts",
  tag,
  permission: "read",
  input: eventIdInput,
  output: eventDetailDto,
  status: 200,
  run: getEvent,
} satisfies Endpoint;
