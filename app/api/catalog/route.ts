import { catalogueEndpoints } from "#lib/api/catalogue.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(catalogueEndpoints.listCatalogue);
