import { gid } from "../global-ids.ts";
import type { OrderObject, Stored } from "../shop-objects.ts";
import { sentLinePayload } from "./line-payload.ts";

/**
 * The display statuses that a shipment_status has a word for; it is null at every other, such as FULFILLED.
 * https://shopify.dev/docs/api/admin-rest/latest/resources/fulfillment
 */
const shipmentStatuses = new Set([
  "ATTEMPTED_DELIVERY",
  "CARRIER_PICKED_UP",
  "CONFIRMED",
  "DELAYED",
  "DELIVERED",
  "FAILURE",
  "IN_TRANSIT",
  "LABEL_PRINTED",
  "LABEL_PURCHASED",
  "OUT_FOR_DELIVERY",
  "PICKED_UP",
  "READY_FOR_PICKUP",
]);

/** A parcel of an order. @param index of it among the order's, which its name counts */
export function fulfilmentPayload(
  order: Stored<OrderObject>,
  fulfilment: OrderObject["fulfilments"][number],
  index: number,
) {
  const { displayStatus } = fulfilment;
  return {
    id: Number(fulfilment.id),
    admin_graphql_api_id: gid("Fulfillment", fulfilment.id),
    order_id: Number(order.id),
    name: `#${order.data.number}.${index + 1}`,
    status: "success",
    service: "manual",
    shipment_status: shipmentStatuses.has(displayStatus) ? displayStatus.toLowerCase() : null,
    created_at: fulfilment.createdAt,
    updated_at: fulfilment.createdAt,
    location_id: null,
    origin_address: null,
    receipt: {},
    line_items: order.data.lines.map((line) => sentLinePayload(line, order.data.currency)),
    tracking_company: fulfilment.company,
    tracking_number: fulfilment.number,
    tracking_numbers: [fulfilment.number],
    tracking_url: fulfilment.url,
    tracking_urls: [fulfilment.url],
  };
}
