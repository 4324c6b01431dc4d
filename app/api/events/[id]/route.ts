import { eventEndpoints } from "#lib/api/events.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(eventEndpoints.getEvent);
