import { type GraphQLResolveInfo, getDirectiveValues } from "graphql";
import { orderCreate } from "./mutations/order-create.ts";
import { inventorySetQuantities } from "./mutations/set-quantities.ts";
import { webhookSubscriptionCreate } from "./mutations/webhook-create.ts";
import { uninstall } from "./uninstall.ts";
import type { World } from "./world.ts";

/** Fields of Mutation. https://shopify.dev/docs/api/admin-graphql/2026-10/mutations */
export function mutationResolvers(world: World) {
  return {
    orderCreate: (args: unknown) => orderCreate(world, args),
    inventorySetQuantities: (args: unknown, _context: unknown, info: GraphQLResolveInfo) =>
      inventorySetQuantities(world, args, idempotencyKey(info)),
    webhookSubscriptionCreate: (args: unknown) => webhookSubscriptionCreate(world, args),
    appUninstall: async () => {
      await uninstall(world.desk);
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
