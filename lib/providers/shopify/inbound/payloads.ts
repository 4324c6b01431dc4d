import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { SyncedRecord } from "#lib/providers/sync.ts";
import { orderRecord } from "../sync/order-record.ts";

const tracked = z.looseObject({
  tracking_number: z.string().nullish(),
  tracking_numbers: z.array(z.string()).nullish(),
});

/**
 * What we ask for of an order; webhooks are in the words of the REST API.
 * https://shopify.dev/docs/api/webhooks/latest
 */
export const orderPayload = z.looseObject({
  admin_graphql_api_id: z.string(),
  name: z.string(),
  currency: z.string(),
  current_total_price: z.string(),
  financial_status: z.string().nullish(),
  fulfillment_status: z.string().nullish(),
  cancelled_at: z.string().nullish(),
  updated_at: z.iso.datetime({ offset: true }),
  fulfillments: z.array(tracked).nullish(),
});

export const deletedPayload = z.looseObject({ id: z.int() });

export const scopesPayload = z.looseObject({ current: z.array(z.string()) });

/** https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance */
export const dataRequestPayload = z.looseObject({ orders_requested: z.array(z.int()).nullish() });
export const redactPayload = z.looseObject({ orders_to_redact: z.array(z.int()).nullish() });

/** The REST API's words for what GraphQL calls otherwise. */
const fulfilmentWords: Readonly<Record<string, string>> = {
  fulfilled: "FULFILLED",
  partial: "PARTIALLY_FULFILLED",
  restocked: "RESTOCKED",
};

export function recordOfPayload(order: z.infer<typeof orderPayload>): SyncedRecord {
  const { fulfillment_status: fulfilment, currency: currencyCode } = order;
  const numbers = (order.fulfillments ?? []).flatMap(({ tracking_number: one, tracking_numbers: all }) =>
    all && all.length > 0 ? all : one ? [one] : [],
  );
  return orderRecord({
    id: order.admin_graphql_api_id,
    name: order.name,
    isCancelled: Boolean(order.cancelled_at),
    fulfilment: fulfilment
      ? (lookUp(fulfilmentWords, fulfilment) ?? fulfilment.toUpperCase())
      : "UNFULFILLED",
    payment: order.financial_status?.toUpperCase() ?? null,
    total: { amount: order.current_total_price, currencyCode },
    trackingNumbers: numbers,
    changedAt: order.updated_at,
  });
}

/** The shop itself: https://shopify.dev/docs/api/admin-rest/latest/resources/shop */
export const uninstalledPayload = z.looseObject({ myshopify_domain: z.string() });

/** https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance#shop-redact */
export const shopRedactPayload = z.looseObject({ shop_domain: z.string() });
