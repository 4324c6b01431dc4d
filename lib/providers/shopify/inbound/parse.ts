import type { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { InboundEffect, InboundMessage, InboundRequest } from "#lib/providers/inbound.ts";
import { ProviderError } from "#lib/providers/provider-error.ts";
import { withImpliedScopes } from "../scopes.ts";
import {
  dataRequestPayload,
  deletedPayload,
  orderPayload,
  recordOfPayload,
  redactPayload,
  scopesPayload,
  shopRedactPayload,
  uninstalledPayload,
} from "./payloads.ts";

type Given = { shop: string | null; triggeredAt: string | undefined };
type Reader = (body: unknown, given: Given) => readonly InboundEffect[];

const staleProducts: Reader = () => [{ kind: "records_stale", recordKind: "product" }];
const changedOrder: Reader = (body) => [
  { kind: "record_changed", record: recordOfPayload(read(orderPayload, body)) },
];
const orderIds = (numbers: readonly number[] | null | undefined) =>
  (numbers ?? []).map((number) => `gid://shopify/Order/${number}`);

/** By `X-Shopify-Topic`. A product's message names no currency, and its variants may be cut short: it is fetched. */
const readers: Readonly<Record<string, Reader>> = {
  "app/uninstalled": (body, given) => {
    requireShop(read(uninstalledPayload, body).myshopify_domain, given);
    return [{ kind: "ended", reason: "uninstalled", at: given.triggeredAt }];
  },
  "app/scopes_update": (body) => [
    { kind: "scopes_changed", granted: withImpliedScopes(read(scopesPayload, body).current) },
  ],
  "products/create": staleProducts,
  "products/update": staleProducts,
  "products/delete": (body) => [
    {
      kind: "record_deleted",
      recordKind: "product",
      externalId: `gid://shopify/Product/${read(deletedPayload, body).id}`,
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
      externalId: `gid://shopify/Order/${read(deletedPayload, body).id}`,
    },
  ],
  "customers/data_request": (body) => [
    {
      kind: "privacy_request",
      request: "tell",
      orderIds: orderIds(read(dataRequestPayload, body).orders_requested),
    },
  ],
  "customers/redact": (body) => [
    {
      kind: "privacy_request",
      request: "forget",
      orderIds: orderIds(read(redactPayload, body).orders_to_redact),
    },
  ],
  "shop/redact": (body, given) => {
    requireShop(read(shopRedactPayload, body).shop_domain, given);
    return [{ kind: "forget_account" }];
  },
};

/**
 * https://shopify.dev/docs/api/webhooks/latest
 * @throws {ProviderError} invalid_input
 */
export function parseWebhook({ headers, body }: InboundRequest): InboundMessage {
  const topic = headers["x-shopify-topic"] ?? "";
  if (!topic) throw unreadable("X-Shopify-Topic is missing");
  const reader = lookUp(readers, topic);
  const shop = headers["x-shopify-shop-domain"] ?? null;
  return {
    id: headers["x-shopify-webhook-id"] ?? null,
    topic,
    accountId: shop,
    effects: reader
      ? reader(readJson(body), { shop, triggeredAt: headers["x-shopify-triggered-at"] })
      : [{ kind: "noted", title: `Shopify told us of ${topic}, which nothing here follows.` }],
  };
}

/** The signature covers the body only: what ends or erases a shop must name it there, too. */
function requireShop(named: string, { shop }: Given): void {
  if (named !== shop) throw unreadable("the body is about another shop than the header");
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (error) {
    throw unreadable("the body is not JSON", error);
  }
}

function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const paths = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw unreadable(paths.join("; "), parsed.error);
}

function unreadable(detail: string, cause?: unknown): ProviderError {
  const message = "Shopify sent a message that cannot be understood.";
  return new ProviderError({ kind: "invalid_input", message, detail, cause });
}
