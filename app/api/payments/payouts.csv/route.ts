import { revenueEndpoints } from "#lib/api/revenue.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(revenueEndpoints.getPayoutsFile);
