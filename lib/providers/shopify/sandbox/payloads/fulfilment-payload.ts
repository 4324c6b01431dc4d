import { gid } from "../global-ids.ts";
import type { OrderObject, Stored } from "../shop-objects.ts";
import { sentLinePayload } from "./line-payload.ts";

/** A parcel of an order. @param index of it among the order's, which its name counts */
export function fulfilmentPayload(
  order: Stored<OrderObject>,
  fulfilment: OrderObject["fulfilments"][number],
  index: number,
) {
  return {
    id: Number(fulfilment.id),
    admin_graphql_api_id: gid("Fulfillment", fulfilment.id),
    order_id: Number(order.id),
    name: `#${order.data.number}.${index + 1}`,
    status: "success",
    service: "manual",
    shipment_status: fulfilment.displayStatus.toLowerCase(),
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
