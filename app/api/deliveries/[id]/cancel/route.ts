import { cancelDeliveryEndpoint } from "#lib/api/deliveries.ts";
import { handle } from "#lib/transport/handle.ts";

export const POST = handle(cancelDeliveryEndpoint);
