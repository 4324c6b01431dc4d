import { integrationSyncEndpoints } from "#lib/api/integration-sync.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(
  integrationSyncEndpoints.cancelSync,
  integrationSyncEndpoints.listSyncJobs,
  integrationSyncEndpoints.startSync,
);
