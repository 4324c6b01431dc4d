import { integrationEndpoints } from "#lib/api/integrations.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(integrationEndpoints.listResource);
