import { cancelDelivery } from "#lib/deliveries/cancel-delivery.ts";
import { getDelivery } from "#lib/deliveries/get-delivery.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { retryDelivery } from "#lib/deliveries/retry-delivery.ts";
import {
  deliveryDetailDto,
  deliveryDto,
  deliveryIdInput,
  listDeliveriesInput,
} from "#lib/deliveries/schema.ts";
import { pageOf } from "#lib/listing/page.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Deliveries";

export const listDeliveriesEndpoint = {
  method: "GET",
  path: "/api/deliveries",
  summary: "List deliveries, newest first",
  tag,
  permission: "read",
  input: listDeliveriesInput,
  output: pageOf(deliveryDto),
  status: 200,
  run: listDeliveries,
} satisfies Endpoint;

export const getDeliveryEndpoint = {
  method: "GET",
  path: "/api/deliveries/{id}",
  summary: "One delivery with each attempt's request, response and timing",
  tag,
  permission: "read",
  input: deliveryIdInput,
  output: deliveryDetailDto,
  status: 200,
  run: getDelivery,
} satisfies Endpoint;

export const retryDeliveryEndpoint = {
  method: "POST",
  path: "/api/deliveries/{id}/retry",
  summary: "Send a delivery again now",
  tag,
  permission: "deliveries:write",
  input: deliveryIdInput,
  output: deliveryDto,
  status: 202,
  run: retryDelivery,
} satisfies Endpoint;

export const cancelDeliveryEndpoint = {
  method: "POST",
  path: "/api/deliveries/{id}/cancel",
  summary: "Stop a delivery that waits",
  tag,
  permission: "deliveries:write",
  input: deliveryIdInput,
  output: deliveryDto,
  status: 200,
  run: cancelDelivery,
} satisfies Endpoint;
