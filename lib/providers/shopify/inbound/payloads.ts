import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { SyncedRecord } from "#lib/providers/contract/sync.ts";
import {
  hint,
  id,
  list,
  listOfReadable,
  optionalDecimal,
  optionalList,
  optionalMoment,
  optionalText,
  text,
} from "../../kit/lenient.ts";
import { orderRecord } from "../sync/order-record.ts";

const tracked = z.looseObject({ tracking_number: hint, tracking_numbers: listOfReadable(text) });

/**
 * What we ask for of an order; webhooks are in the words of the REST API.
 * https://shopify.dev/docs/api/webhooks/latest
 */
export const orderPayload = z.looseObject({
  admin_graphql_api_id: id,
  name: text,
  currency: optionalText,
  current_total_price: optionalDecimal,
  financial_status: optionalText,
  fulfillment_status: optionalText,
  cancelled_at: optionalMoment,
  updated_at: optionalMoment,
  fulfillments: listOfReadable(tracked),
});

export const deletedPayload = z.looseObject({ id });

export const scopesPayload = z.looseObject({ current: list.pipe(z.array(text)) });

/** https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance */
export const dataRequestPayload = z.looseObject({ orders_requested: optionalList });
export const redactPayload = z.looseObject({ orders_to_redact: optionalList });

/** The REST API's words for what GraphQL calls otherwise. */
const fulfilmentWords: Readonly<Record<string, string>> = {
  fulfilled: "FULFILLED",
  partial: "PARTIALLY_FULFILLED",
  restocked: "RESTOCKED",
};

export function recordOfPayload(order: z.infer<typeof orderPayload>): SyncedRecord {
  const { fulfillment_status: fulfilment, currency: currencyCode, current_total_price: amount } = order;
  const numbers = order.fulfillments.flatMap(({ tracking_number: one, tracking_numbers: all }) =>
    all.length > 0 ? all : one ? [one] : [],
  );
  return orderRecord({
    id: order.admin_graphql_api_id,
    name: order.name,
    isCancelled: order.cancelled_at !== undefined,
    fulfilment: fulfilment
      ? (lookUp(fulfilmentWords, fulfilment) ?? fulfilment.toUpperCase())
      : "UNFULFILLED",
    payment: order.financial_status?.toUpperCase() ?? null,
    total: amount && currencyCode ? { amount, currencyCode } : undefined,
    trackingNumbers: numbers,
    changedAt: order.updated_at ?? null,
  });
}

/** The shop itself: https://shopify.dev/docs/api/admin-rest/latest/resources/shop */
export const uninstalledPayload = z.looseObject({ myshopify_domain: z.string() });

/** https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance#shop-redact */
export const shopRedactPayload = z.looseObject({ shop_domain: z.string() });
