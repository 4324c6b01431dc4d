import { listInboxRequestsEndpoint } from "#lib/api/sandbox.ts";
import { handle } from "#lib/transport/handle.ts";

export const GET = handle(listInboxRequestsEndpoint);
