import { paymentEndpoints } from "#lib/api/payments.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(paymentEndpoints.getChargesFile);
