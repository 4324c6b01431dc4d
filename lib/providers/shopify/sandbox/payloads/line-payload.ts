import type { LineObject, OrderObject, Stored } from "../shop.ts";
import { gid } from "../shop.ts";

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

type LineOptions = { currency: string; isSent: boolean };

/** An item of an order, as its webhooks tell it. */
export function linePayload(line: LineObject, options: LineOptions) {
  return {
    attributed_staffs: [],
    current_quantity: line.quantity,
    ...lineOfFulfilment(line, options),
    sales_line_item_group_id: null,
  };
}

/** An item of a fulfilment, which says less. */
function sentLinePayload(line: LineObject, currency: string) {
  return lineOfFulfilment(line, { currency, isSent: true });
}

function lineOfFulfilment(line: LineObject, { currency, isSent }: LineOptions) {
  return {
    id: Number(line.id),
    admin_graphql_api_id: gid("LineItem", line.id),
    fulfillable_quantity: isSent ? 0 : line.quantity,
    fulfillment_service: "manual",
    fulfillment_status: isSent ? "fulfilled" : null,
    gift_card: false,
    grams: 0,
    name: line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`,
    price: line.price,
    price_set: moneySet(line.price, currency),
    product_exists: line.productId !== null,
    product_id: line.productId === null ? null : Number(line.productId),
    properties: [],
    quantity: line.quantity,
    requires_shipping: true,
    sku: line.sku,
    taxable: true,
    title: line.title,
    total_discount: "0.00",
    total_discount_set: moneySet("0.00", currency),
    variant_id: line.variantId === null ? null : Number(line.variantId),
    variant_inventory_management: null,
    variant_title: line.variantTitle,
    vendor: null,
    tax_lines: [],
    duties: [],
    discount_allocations: [],
  };
}

/** An amount in the currency of the shop and in that of the guest. */
export function moneySet(amount: string, currency: string) {
  const money = { amount, currency_code: currency };
  return { shop_money: money, presentment_money: money };
}

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
