import { listDeliveriesEndpoint } from "#lib/api/deliveries.ts";
import { handle } from "#lib/transport/handle.ts";

export const GET = handle(listDeliveriesEndpoint);
