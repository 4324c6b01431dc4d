import { lookUp } from "#lib/look-up.ts";
import { gid } from "./global-ids.ts";
import type { OrderObject, ProductObject, Stored } from "./shop-objects.ts";
import { type Catalogue, stockOf } from "./shop-side.ts";

/** Bodies of webhooks are in the words of the REST API. https://shopify.dev/docs/api/webhooks/latest */
export function productPayload(catalogue: Catalogue, { id, data }: Stored<ProductObject>) {
  return {
    admin_graphql_api_id: gid("Product", id),
    id: Number(id),
    title: data.title,
    body_html: null,
    vendor: data.vendor,
    product_type: data.productType,
    status: data.status.toLowerCase(),
    created_at: data.createdAt,
    updated_at: data.updatedAt,
    tags: "",
    variants: data.variants.map((variant, index) => ({
      admin_graphql_api_id: gid("ProductVariant", variant.id),
      id: Number(variant.id),
      product_id: Number(id),
      title: variant.title,
      sku: variant.sku,
      price: variant.price,
      position: index + 1,
      inventory_item_id: Number(variant.inventoryItemId),
      inventory_quantity: variant.isTracked ? stockOf(catalogue, variant.inventoryItemId) : 0,
    })),
  };
}

export function levelPayload(
  inventoryItemId: string,
  locationId: string,
  available: number,
  updatedAt: string,
) {
  return {
    admin_graphql_api_id: `gid://shopify/InventoryLevel/${locationId}?inventory_item_id=${inventoryItemId}`,
    inventory_item_id: Number(inventoryItemId),
    location_id: Number(locationId),
    available,
    updated_at: updatedAt,
  };
}

const fulfilmentWords: Readonly<Record<string, string | null>> = {
  UNFULFILLED: null,
  FULFILLED: "fulfilled",
  PARTIALLY_FULFILLED: "partial",
};

export function orderPayload({ id, data }: Stored<OrderObject>) {
  return {
    admin_graphql_api_id: gid("Order", id),
    id: Number(id),
    name: `#${data.number}`,
    number: data.number - 1_000,
    order_number: data.number,
    created_at: data.createdAt,
    updated_at: data.updatedAt,
    processed_at: data.createdAt,
    cancelled_at: data.cancelledAt,
    currency: data.currency,
    total_price: data.total,
    current_total_price: data.total,
    financial_status: data.financialStatus.toLowerCase(),
    fulfillment_status: lookUp(fulfilmentWords, data.fulfilmentStatus) ?? null,
    source_identifier: data.sourceIdentifier,
    email: data.email,
    contact_email: data.email,
    note: data.note,
    tags: data.tags.join(", "),
    test: data.isTest,
    line_items: data.lines.map((line) => ({
      id: Number(line.id),
      admin_graphql_api_id: gid("LineItem", line.id),
      title: line.title,
      variant_title: line.variantTitle,
      sku: line.sku,
      quantity: line.quantity,
      price: line.price,
      product_id: line.productId === null ? null : Number(line.productId),
      variant_id: line.variantId === null ? null : Number(line.variantId),
    })),
    fulfillments: data.fulfilments.map((fulfilment, index) => ({
      admin_graphql_api_id: gid("Fulfillment", fulfilment.id),
      id: Number(fulfilment.id),
      order_id: Number(id),
      name: `#${data.number}.${index + 1}`,
      status: "success",
      shipment_status: fulfilment.displayStatus.toLowerCase(),
      created_at: fulfilment.createdAt,
      tracking_company: fulfilment.company,
      tracking_number: fulfilment.number,
      tracking_numbers: [fulfilment.number],
      tracking_url: fulfilment.url,
      tracking_urls: [fulfilment.url],
    })),
  };
}
