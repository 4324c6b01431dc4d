import { listRecordsEndpoint } from "#lib/api/integration-sync.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(listRecordsEndpoint);
