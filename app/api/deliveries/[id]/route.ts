import { deliveryEndpoints } from "#lib/api/deliveries.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(deliveryEndpoints.getDelivery);
