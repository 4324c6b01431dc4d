import { runEndpoints } from "#lib/api/runs.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(runEndpoints.listRuns);
