import { cancelDelivery } from "#lib/deliveries/cancel-delivery.ts";
import { getDelivery } from "#lib/deliveries/get-delivery.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Deliveries";

export const deliveryEndpoints = {
  listDeliveries: {
    method: "GET",
    path: "/api/deliveries",
    summary: "List deliveries, newest first",
    tag,
    verb: listDeliveries,
    status: 200,
  },
  getDelivery: {
    method: "GET",
    path: "/api/deliveries/{id}",
    summary: "One delivery with each attempt's request, response and timing",
    tag,
    verb: getDelivery,
    status: 200,
  },
  retryDelivery: {
    method: "POST",
    path: "/api/deliveries/{id}/retry",
    summary: "Send a delivery again now",
    tag,
    verb: retryDelivery,
    status: 202,
  },
  cancelDelivery: {
    method: "POST",
    path: "/api/deliveries/{id}/cancel",
    summary: "Stop a delivery that waits",
    tag,
    verb: cancelDelivery,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
