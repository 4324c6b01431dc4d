import { z } from "zod";
import type { Call } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { hint, listOfReadable } from "../../kit/lenient.ts";
import { askAdmin } from "../client.ts";
import { notUnderstood } from "../errors.ts";
import { isGlobalId } from "../global-id.ts";
import { searchTerm } from "../search-term.ts";
import { tell } from "../words.ts";
import { type OrderNode, orderFields, orderNode } from "./order-fields.ts";

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

/**
 * An order by Shopify's id or by its name, with or without the `#`.
 * @throws {ProviderError} not_found
 */
export async function findOrder(call: Call, reference: string): Promise<OrderNode> {
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
  throw notUnderstood(`orders: ${z.prettifyError(order.error).slice(0, 300)}`);
}
