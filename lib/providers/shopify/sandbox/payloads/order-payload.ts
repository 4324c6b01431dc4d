import { lookUp } from "#lib/look-up.ts";
import type { OrderObject, Stored } from "../shop.ts";
import { gid } from "../shop.ts";
import { fulfilmentPayload, linePayload, moneySet } from "./line-payload.ts";

const fulfilmentWords: Readonly<Record<string, string | null>> = {
  UNFULFILLED: null,
  FULFILLED: "fulfilled",
  PARTIALLY_FULFILLED: "partial",
  RESTOCKED: "restocked",
};

/** The numbers by which Shopify knows its online store and, in a sandbox, the app that brings orders in. */
const onlineStoreApp = 580_111;
const thisApp = 283_439_955;

/**
 * Bodies of webhooks are in the words of the REST API, and have every field of its order: a sandbox's orders have no
 * taxes, no discounts, no shipping and nobody's address. https://shopify.dev/docs/api/webhooks/latest
 */
export function orderPayload({ id, data }: Stored<OrderObject>) {
  return {
    id: Number(id),
    admin_graphql_api_id: gid("Order", id),
    name: `#${data.number}`,
    number: data.number - 1_000,
    order_number: data.number,
    created_at: data.createdAt,
    updated_at: data.updatedAt,
    processed_at: data.createdAt,
    cancelled_at: data.cancelledAt,
    closed_at: null,
    cancel_reason: data.cancelledAt === null ? null : "other",
    confirmed: true,
    confirmation_number: null,
    financial_status: data.financialStatus.toLowerCase(),
    fulfillment_status: lookUp(fulfilmentWords, data.fulfilmentStatus) ?? null,
    test: data.isTest,
    tags: data.tags.join(", "),
    note: data.note,
    note_attributes: data.customAttributes.map(({ key: name, value }) => ({ name, value })),
    ...toGuest(data),
    ...toOrigin(id, data),
    ...toSums(data),
    line_items: data.lines.map((line) =>
      linePayload(line, { currency: data.currency, isSent: data.fulfilmentStatus === "FULFILLED" }),
    ),
    fulfillments: data.fulfilments.map((fulfilment, index) =>
      fulfilmentPayload({ id, data }, fulfilment, index),
    ),
    line_item_groups: [],
    payment_terms: null,
    refunds: [],
    returns: [],
    shipping_lines: [],
  };
}

function toGuest({ email }: OrderObject) {
  return {
    email,
    contact_email: email,
    phone: null,
    customer: null,
    billing_address: null,
    shipping_address: null,
    buyer_accepts_marketing: false,
    customer_locale: null,
  };
}

/** An order that an app brought in without a name for its source has the app's number as one. */
function toOrigin(id: string, { sourceIdentifier }: OrderObject) {
  const isOfApp = sourceIdentifier !== null;
  return {
    app_id: isOfApp ? thisApp : onlineStoreApp,
    browser_ip: null,
    cart_token: null,
    checkout_token: null,
    client_details: null,
    device_id: null,
    landing_site: null,
    landing_site_ref: null,
    location_id: null,
    merchant_business_entity_id: "MTIzNDU2Nzg5",
    merchant_of_record_app_id: null,
    order_status_url: `https://checkout.shopify.com/orders/${id}`,
    payment_gateway_names: [],
    po_number: null,
    reference: null,
    referring_site: null,
    source_identifier: sourceIdentifier,
    source_name: isOfApp ? String(thisApp) : "web",
    source_url: null,
    token: `sandbox${id}`,
    user_id: null,
  };
}

function toSums({ currency, total, financialStatus }: OrderObject) {
  const nothing = moneySet("0.00", currency);
  const all = moneySet(total, currency);
  return {
    currency,
    presentment_currency: currency,
    current_shipping_price_set: nothing,
    current_subtotal_price: total,
    current_subtotal_price_set: all,
    current_total_additional_fees_set: null,
    current_total_discounts: "0.00",
    current_total_discounts_set: nothing,
    current_total_duties_set: null,
    current_total_price: total,
    current_total_price_set: all,
    current_total_tax: "0.00",
    current_total_tax_set: nothing,
    discount_applications: [],
    discount_codes: [],
    duties_included: false,
    estimated_taxes: false,
    original_total_additional_fees_set: null,
    original_total_duties_set: null,
    subtotal_price: total,
    subtotal_price_set: all,
    tax_exempt: false,
    tax_lines: [],
    taxes_included: true,
    total_cash_rounding_payment_adjustment_set: nothing,
    total_cash_rounding_refund_adjustment_set: nothing,
    total_discounts: "0.00",
    total_discounts_set: nothing,
    total_line_items_price: total,
    total_line_items_price_set: all,
    total_outstanding: financialStatus === "PAID" ? "0.00" : total,
    total_price: total,
    total_price_set: all,
    total_shipping_price_set: nothing,
    total_tax: "0.00",
    total_tax_set: nothing,
    total_tip_received: "0.00",
    total_weight: 0,
  };
}
