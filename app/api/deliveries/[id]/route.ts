import { getDeliveryEndpoint } from "#lib/api/deliveries.ts";
import { handle } from "#lib/transport/handle.ts";

export const GET = handle(getDeliveryEndpoint);
