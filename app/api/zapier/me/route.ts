import { zapierEndpoints } from "#lib/api/zapier.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(zapierEndpoints.getZapierAccount);
