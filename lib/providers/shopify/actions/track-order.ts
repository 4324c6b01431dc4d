import { z } from "zod";
import { defineAction } from "#lib/providers/contract/action.ts";
import type { Call } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { trimmedText } from "#lib/text-schema.ts";
import { hint, listOfReadable } from "../../kit/lenient.ts";
import { askAdmin, isGlobalId, searchTerm } from "../client.ts";
import { unreadable } from "../errors.ts";
import { answerOrder, type OrderNode, orderAnswer, orderFields, orderNode } from "../order.ts";
import { tell } from "../words.ts";

/** https://shopify.dev/docs/api/admin-graphql/2026-10/queries/order */
export const orderByIdDocument = `query OrderById($id: ID!) {
  order(id: $id) { ...OrderFields }
}
${orderFields}`;

/** https://shopify.dev/docs/api/admin-graphql/2026-10/queries/orders */
export const ordersByNameDocument = `query OrdersByName($query: String!) {
  orders(first: 10, query: $query, sortKey: CREATED_AT, reverse: true) { nodes { ...OrderFields } }
}
${orderFields}`;

export const trackOrder = defineAction({
  title: "Track an order",
  description: "Tells whether an order is paid and sent, and where its parcels are.",
  scopes: ["read_orders"],
  effect: "read",
  idempotency: "not_needed",
  input: z.strictObject({
    order: trimmedText(100).min(1, "Give the order's number").meta({
      title: "Order",
      description: "Its number, such as #1042, or choose it from the list.",
      placeholder: "#1042",
      resource: "orders",
    }),
  }),
  output: z.object({
    ...orderAnswer,
    isCancelled: z.boolean(),
    placedAt: z.string(),
    updatedAt: z.string(),
    parcels: z.array(
      z.object({
        status: z.string().nullable().describe("IN_TRANSIT, DELIVERED, …"),
        carrier: z.string().nullable(),
        trackingNumber: z.string().nullable(),
        trackingUrl: z.string().nullable(),
      }),
    ),
  }),
  link: ({ adminUrl }) => adminUrl,
  example: { order: "#1002" },
  run: async (call, input) => {
    const order = await findOrder(call, input.order);
    return {
      ...answerOrder(order, call.settings),
      isCancelled: order.cancelledAt !== undefined,
      placedAt: order.createdAt ?? "",
      updatedAt: order.updatedAt ?? "",
      parcels: order.fulfillments.flatMap(({ displayStatus, trackingInfo }) =>
        trackingInfo.map(({ company, number, url }) => ({
          status: displayStatus ?? null,
          carrier: company ?? null,
          trackingNumber: number ?? null,
          trackingUrl: url ?? null,
        })),
      ),
    };
  },
});

/**
 * An order by Shopify's id or by its name, with or without the `#`.
 * @throws {ProviderError} not_found
 */
async function findOrder(call: Call, reference: string): Promise<OrderNode> {
  const order = isGlobalId(reference, "Order")
    ? await orderById(call, reference)
    : await orderByName(call, reference);
  if (order) return order;
  const message = tell("shop_has_no_order_older", { reference });
  throw new ProviderError({ kind: "not_found", message });
}

async function orderById(call: Call, id: string): Promise<OrderNode | null> {
  const data = z.looseObject({ order: orderNode.nullish() });
  const { order } = await askAdmin(call, { document: orderByIdDocument, variables: { id }, data });
  return order ?? null;
}

async function orderByName(call: Call, name: string): Promise<OrderNode | null> {
  const data = z.looseObject({
    orders: z.looseObject({ nodes: listOfReadable(z.looseObject({ name: hint })) }),
  });
  const variables = { query: searchTerm("name", name) };
  const { orders } = await askAdmin(call, { document: ordersByNameDocument, variables, data });
  const isNamed = (wanted: string) => orders.nodes.find((order) => order.name === wanted);
  const found = isNamed(name) ?? isNamed(`#${name}`);
  if (!found) return null;
  const order = orderNode.safeParse(found);
  if (order.success) return order.data;
  throw unreadable(`orders: ${z.prettifyError(order.error).slice(0, 300)}`);
}
