import { sandboxEndpoints } from "#lib/api/sandbox.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(sandboxEndpoints.listInboxes);
