import { z } from "zod";
import type { Call } from "#lib/providers/contract/call.ts";
import type { Inbound, InboundRequest, InboundSecrets } from "#lib/providers/contract/inbound.ts";
import { VerificationError } from "#lib/providers/contract/provider-error.ts";
import { isHmac } from "../../kit/hmac.ts";
import { listOfReadable, text } from "../../kit/lenient.ts";
import { askAdmin, connection, nextCursor } from "../client.ts";
import { refuseUserErrors, userErrors } from "../errors.ts";
import { isShopDomain } from "../shop-domain.ts";
import { parseWebhook } from "./parse.ts";

/** https://shopify.dev/docs/api/admin-graphql/2026-10/queries/webhookSubscriptions */
export const subscriptionsDocument = `query Subscriptions($uri: String!, $after: String) {
  webhookSubscriptions(first: 100, after: $after, uri: $uri) {
    nodes { topic uri }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/webhookSubscriptionCreate */
export const subscribeDocument = `mutation Subscribe($topic: WebhookSubscriptionTopic!, $subscription: WebhookSubscriptionInput!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: $subscription) {
    webhookSubscription { id }
    userErrors { field message }
  }
}`;

const known = listOfReadable(z.looseObject({ topic: text, uri: text }));

const existing = z.looseObject({ webhookSubscriptions: connection });

const created = z.looseObject({ webhookSubscriptionCreate: z.looseObject({ userErrors }) });

const orderFields = [
  "id",
  "admin_graphql_api_id",
  "name",
  "currency",
  "current_total_price",
  "financial_status",
  "fulfillment_status",
  "cancelled_at",
  "updated_at",
  "fulfillments",
];

/**
 * What each shop is asked to tell us, by WebhookSubscriptionTopic. Of orders only what is copied, so that nothing about
 * the guest ever comes here. The privacy topics are set for the app as a whole and cannot be asked for.
 * https://shopify.dev/docs/api/admin-graphql/2026-10/enums/WebhookSubscriptionTopic
 */
export const subscribedTopics: Readonly<Record<string, { includeFields: readonly string[] | null }>> = {
  APP_UNINSTALLED: { includeFields: null },
  APP_SCOPES_UPDATE: { includeFields: null },
  PRODUCTS_CREATE: { includeFields: ["id", "updated_at"] },
  PRODUCTS_UPDATE: { includeFields: ["id", "updated_at"] },
  PRODUCTS_DELETE: { includeFields: null },
  INVENTORY_LEVELS_UPDATE: { includeFields: null },
  ORDERS_CREATE: { includeFields: orderFields },
  ORDERS_UPDATED: { includeFields: orderFields },
  ORDERS_PAID: { includeFields: orderFields },
  ORDERS_FULFILLED: { includeFields: orderFields },
  ORDERS_CANCELLED: { includeFields: orderFields },
  ORDERS_DELETE: { includeFields: null },
};

export const inbound = {
  address: "app",
  signedBy: "app",
  verify: verifyWebhook,
  parse: parseWebhook,
  scopes: ["read_products", "read_inventory", "read_orders"],
  subscribe,
} satisfies Inbound;

/**
 * `X-Shopify-Hmac-Sha256` is the base64 HMAC-SHA256 of the body's bytes by the client secret. It covers no time: a
 * repetition is known by `X-Shopify-Webhook-Id`. The query of a callback, which a browser shows, is signed alike: it is
 * told apart by its form.
 * https://shopify.dev/docs/apps/build/webhooks/subscribe/https
 * @throws {VerificationError}
 */
export function verifyWebhook({ headers, body }: InboundRequest, { app }: Pick<InboundSecrets, "app">): void {
  if (app === null) throw new VerificationError("This installation has no app at Shopify.");
  const signature = headers["x-shopify-hmac-sha256"];
  if (!isHmac({ signature, encoding: "base64", secret: app.clientSecret, parts: [body] })) {
    throw new VerificationError("The signature is missing or wrong.");
  }
  // A callback's query is signed with the same secret in the same way, and never begins like JSON.
  if (!/^\s*[{[]/.test(new TextDecoder().decode(body.subarray(0, 100)))) {
    throw new VerificationError("What is signed is no webhook.");
  }
  if (!isShopDomain(headers["x-shopify-shop-domain"] ?? "")) {
    throw new VerificationError("The shop's host is missing or no shop's.");
  }
}

/** Asks the shop for each topic that it does not send to this address yet. */
async function subscribe(call: Call, { url }: { url: string }): Promise<Record<string, string>> {
  const asked = await topicsSentTo(call, url);
  for (const [topic, { includeFields }] of Object.entries(subscribedTopics)) {
    if (asked.has(topic)) continue;
    const subscription = { uri: url, format: "JSON", ...(includeFields ? { includeFields } : {}) };
    const variables = { topic, subscription };
    const answer = await askAdmin(call, { document: subscribeDocument, variables, data: created });
    const errors = answer.webhookSubscriptionCreate.userErrors;
    // Another process of ours was faster.
    refuseUserErrors(
      errors.filter(({ message }) => !/already been taken/i.test(message)),
      {},
    );
  }
  return {};
}

async function topicsSentTo(call: Call, url: string): Promise<Set<string>> {
  const topics = new Set<string>();
  for (let after: string | null = null; ; ) {
    const variables: { uri: string; after: string | null } = { uri: url, after };
    const answer = await askAdmin(call, { document: subscriptionsDocument, variables, data: existing });
    const { webhookSubscriptions } = answer;
    for (const { topic, uri } of known.parse(webhookSubscriptions.nodes)) if (uri === url) topics.add(topic);
    after = nextCursor(webhookSubscriptions);
    if (after === null) return topics;
  }
}
