import { sandboxProviderEndpoints } from "#lib/api/sandbox-providers.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(sandboxProviderEndpoints.listSandboxProviders);
