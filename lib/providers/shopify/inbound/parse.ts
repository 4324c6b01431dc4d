import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { InboundEffect, InboundMessage, InboundRequest } from "#lib/providers/contract/inbound.ts";
import { VerificationError } from "#lib/providers/contract/provider-error.ts";
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
import { readEach, unreadRecord } from "../../kit/read-each.ts";
import { readJsonMessage, readMessage, UnreadMessageError } from "../../kit/read-message.ts";
import { withImpliedScopes } from "../auth.ts";
import { readNumericId } from "../client.ts";
import { orderRecord } from "../sync/orders.ts";

const tracked = z.looseObject({ tracking_number: hint, tracking_numbers: listOfReadable(text) });

/**
 * What we ask for of an order; webhooks are in the words of the REST API.
 * https://shopify.dev/docs/api/webhooks/latest
 */
const orderPayload = z.looseObject({
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

const deletedPayload = z.looseObject({ id });

const scopesPayload = z.looseObject({ current: list.pipe(z.array(text)) });

/** https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance */
const dataRequestPayload = z.looseObject({ orders_requested: optionalList });

const redactPayload = z.looseObject({ orders_to_redact: optionalList });

/** The REST API's words for what GraphQL calls otherwise. */
const fulfilmentWords: Readonly<Record<string, string>> = {
  fulfilled: "FULFILLED",
  partial: "PARTIALLY_FULFILLED",
  restocked: "RESTOCKED",
};

/** The shop itself: https://shopify.dev/docs/api/admin-rest/latest/resources/shop */
const uninstalledPayload = z.looseObject({ myshopify_domain: z.string() });

/** https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance#shop-redact */
const shopRedactPayload = z.looseObject({ shop_domain: z.string() });

type MessageContext = { shop: string | null; triggeredAt: string | undefined };
type Reader = (body: unknown, headers: MessageContext) => readonly InboundEffect[];

const staleProducts: Reader = () => [{ kind: "records_stale", recordKind: "product" }];

/** By `X-Shopify-Topic`. A product's message names no currency, and its variants may be cut short: it is fetched. */
const readers: Readonly<Record<string, Reader>> = {
  "app/uninstalled": (body, headers) => {
    requireShop(readMessage(uninstalledPayload, body).myshopify_domain, headers);
    return [{ kind: "ended", reason: "uninstalled", at: headers.triggeredAt }];
  },
  "app/scopes_update": (body) => [
    { kind: "scopes_changed", granted: withImpliedScopes(readMessage(scopesPayload, body).current) },
  ],
  "products/create": staleProducts,
  "products/update": staleProducts,
  "products/delete": (body) => [
    {
      kind: "record_deleted",
      recordKind: "product",
      externalId: `gid://shopify/Product/${readNumericId(readMessage(deletedPayload, body).id)}`,
    },
  ],
  "inventory_levels/update": staleProducts,
  "orders/create": changedOrder,
  "orders/updated": changedOrder,
  "orders/paid": changedOrder,
  "orders/fulfilled": changedOrder,
  "orders/cancelled": changedOrder,
  "orders/delete": (body) => [
    {
      kind: "record_deleted",
      recordKind: "order",
      externalId: `gid://shopify/Order/${readNumericId(readMessage(deletedPayload, body).id)}`,
    },
  ],
  "customers/data_request": (body) =>
    privacyRequest("tell", readMessage(dataRequestPayload, body).orders_requested),
  "customers/redact": (body) => privacyRequest("forget", readMessage(redactPayload, body).orders_to_redact),
  "shop/redact": (body, headers) => {
    requireShop(readMessage(shopRedactPayload, body).shop_domain, headers);
    return [{ kind: "forget_account" }];
  },
};

const message = z.looseObject({});

/**
 * https://shopify.dev/docs/api/webhooks/latest. The signature covers the body alone: topic and shop stand in headers
 * that anybody can write, so that a topic counts only as one of those above, and no text of a header goes further.
 * @throws {UnreadMessageError}
 */
export function parseWebhook({ headers, body }: InboundRequest): InboundMessage {
  const content = readMessage(message, readJsonMessage(body));
  const topic = headers["x-shopify-topic"] ?? "";
  const reader = lookUp(readers, topic);
  const messageId = headers["x-shopify-webhook-id"] ?? null;
  const shop = headers["x-shopify-shop-domain"] ?? null;
  if (!reader) return { id: messageId, topic: "other", accountId: shop, effects: [] };
  const context = { shop, triggeredAt: headers["x-shopify-triggered-at"] };
  return { id: messageId, topic, accountId: shop, effects: readEffects(reader, content, context) };
}

function readEffects(reader: Reader, content: object, context: MessageContext): readonly InboundEffect[] {
  try {
    return reader(content, context);
  } catch (error) {
    if (error instanceof UnreadMessageError) return [{ kind: "unread", reason: error.reason }];
    throw error;
  }
}

/** Of the orders that are named, those that can be read are dealt with in any case. */
function privacyRequest(request: "tell" | "forget", orders: readonly unknown[]): readonly InboundEffect[] {
  const { items, unread } = readEach(orders, { id: "id" }, (order) => readNumericId(id.parse(order)));
  const orderIds = items.map((number) => `gid://shopify/Order/${number}`);
  const reason = {
    code: "wrong_type",
    field: "orders",
    params: { expected: "id", found: "unknown" },
  } as const;
  return [
    { kind: "privacy_request", request, orderIds },
    ...(unread.length > 0 ? [{ kind: "unread", reason } as const] : []),
  ];
}

function changedOrder(body: unknown): readonly InboundEffect[] {
  try {
    return [{ kind: "record_changed", record: recordOfPayload(orderPayload.parse(body)) }];
  } catch (error) {
    const known = { id: "admin_graphql_api_id", label: "name" };
    return [{ kind: "record_unread", recordKind: "order", unread: unreadRecord(body, known, error) }];
  }
}

/** The signature covers the body only: what ends or erases a shop must name it there, too. */
function requireShop(named: string, { shop }: MessageContext): void {
  if (named.toLowerCase() === shop?.toLowerCase()) return;
  throw new VerificationError("The body is about another shop than the header.");
}

function recordOfPayload(order: z.infer<typeof orderPayload>): SyncedRecord {
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
