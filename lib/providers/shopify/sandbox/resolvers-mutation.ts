import { type GraphQLResolveInfo, getDirectiveValues } from "graphql";
import { z } from "zod";
import { orderCreate } from "./mutations/order-create.ts";
import { inventorySetQuantities } from "./mutations/set-quantities.ts";
import { accessDenied } from "./paging.ts";
import type { AdminSession } from "./session.ts";
import { gid, stamp } from "./shop.ts";
import { uninstall } from "./uninstall.ts";

const args = z.object({
  topic: z.string(),
  webhookSubscription: z.object({
    uri: z.string().nullish(),
    format: z.string().nullish(),
    includeFields: z.array(z.string()).nullish(),
  }),
});

/** Fields of Mutation. https://shopify.dev/docs/api/admin-graphql/2026-10/mutations */
export function mutationResolvers(session: AdminSession) {
  return {
    orderCreate: (args: unknown) => orderCreate(session, args),
    inventorySetQuantities: (args: unknown, _context: unknown, info: GraphQLResolveInfo) =>
      inventorySetQuantities(session, args, idempotencyKey(info)),
    webhookSubscriptionCreate: (args: unknown) => webhookSubscriptionCreate(session, args),
    appUninstall: async () => {
      await uninstall(session.context);
      return { userErrors: [] };
    },
  };
}

function idempotencyKey({ schema, fieldNodes, variableValues }: GraphQLResolveInfo): string | null {
  const directive = schema.getDirective("idempotent");
  const [node] = fieldNodes;
  if (!directive || !node) return null;
  const key = getDirectiveValues(directive, node, variableValues)?.key;
  return typeof key === "string" ? key : null;
}

/** What a topic shows, one must be allowed to see. */
function findScope(topic: string): string | null {
  if (topic.startsWith("PRODUCTS_")) return "read_products";
  if (topic.startsWith("ORDERS_")) return "read_orders";
  if (topic.startsWith("INVENTORY_LEVELS_")) return "read_inventory";
  return topic.startsWith("LOCATIONS_") ? "read_locations" : null;
}

/** https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/webhookSubscriptionCreate */
async function webhookSubscriptionCreate(session: AdminSession, variables: unknown) {
  const { topic, webhookSubscription } = args.parse(variables);
  const scope = findScope(topic);
  if (scope && !session.scopes.has(scope)) throw accessDenied("webhookSubscriptionCreate", scope);
  const uri = webhookSubscription.uri ?? "";
  if (!isReachable(uri)) return refusal("Address is invalid");
  const isTaken = session.webhooks.some(({ data }) => data.topic === topic && data.uri === uri);
  if (isTaken) return refusal("Address for this topic has already been taken");
  const id = String(1_340_000_000_000 + (await session.context.store.next("webhook")));
  const data = {
    topic,
    uri,
    includeFields: webhookSubscription.includeFields ?? [],
    createdAt: stamp(session.context.now()),
  };
  await session.context.store.put("webhook", id, data);
  const view = { ...data, id: gid("WebhookSubscription", id), format: webhookSubscription.format ?? "JSON" };
  return { webhookSubscription: view, userErrors: [] };
}

/** Shopify sends over https only; this machine may do without. */
function isReachable(uri: string): boolean {
  if (!URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  const isLocal = hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
  return protocol === "https:" || (protocol === "http:" && isLocal);
}

function refusal(message: string) {
  const userErrors = [{ field: ["webhookSubscription", "callbackUrl"], message }];
  return { webhookSubscription: null, userErrors };
}
