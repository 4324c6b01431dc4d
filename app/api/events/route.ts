import { acceptEventsEndpoint, listEventsEndpoint } from "#lib/api/events.ts";
import { handle } from "#lib/transport/handle.ts";

export const GET = handle(listEventsEndpoint);
export const POST = handle(acceptEventsEndpoint);
