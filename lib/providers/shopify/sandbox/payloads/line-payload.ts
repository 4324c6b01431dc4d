import { gid } from "../global-ids.ts";
import type { LineObject } from "../shop-objects.ts";
import { moneySet } from "./money-set.ts";

type Given = { currency: string; isSent: boolean };

/** An item of an order, as its webhooks tell it. */
export function linePayload(line: LineObject, given: Given) {
  return {
    attributed_staffs: [],
    current_quantity: line.quantity,
    ...lineOfFulfilment(line, given),
    sales_line_item_group_id: null,
  };
}

/** An item of a fulfilment, which says less. */
export function sentLinePayload(line: LineObject, currency: string) {
  return lineOfFulfilment(line, { currency, isSent: true });
}

function lineOfFulfilment(line: LineObject, { currency, isSent }: Given) {
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
