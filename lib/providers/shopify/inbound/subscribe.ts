import { z } from "zod";
import type { Call } from "#lib/providers/contract/call.ts";
import { listOfReadable, text } from "../../kit/lenient.ts";
import { askAdmin } from "../client.ts";
import { connection, nextCursor } from "../page.ts";
import { refuseUserErrors, userErrors } from "../user-errors.ts";
import { subscribedTopics } from "./topics.ts";

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

/** Asks the shop for each topic that it does not send to this address yet. */
export async function subscribe(call: Call, { url }: { url: string }): Promise<Record<string, string>> {
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
