import { routeHandlers } from "#lib/transport/handle.ts";

/** Addresses that the API does not have. */
export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers();
