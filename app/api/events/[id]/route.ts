import { getEventEndpoint } from "#lib/api/events.ts";
import { handle } from "#lib/transport/handle.ts";

export const GET = handle(getEventEndpoint);
