import { listEventTypes } from "#lib/events/list-event-types.ts";

/** The event catalogue; it holds nothing of any merchant, so it asks for no key. */
export function GET(): Response {
  return Response.json({ data: listEventTypes(), nextCursor: null });
}
