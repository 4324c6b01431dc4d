import { overviewEndpoints } from "#lib/api/overview.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(overviewEndpoints.getOverview);
