import { z } from "zod";
import type { Call } from "#lib/providers/contract/call.ts";
import { hint, id, listOfReadable } from "../kit/lenient.ts";
import { askAdmin, searchTerm } from "./client.ts";
import { type CreatedOrder, createdOrder, createdOrderFields } from "./order.ts";

/**
 * The search alone would not do: an order is found by it only some moments after it came. The plain list of the newest
 * orders has it at once.
 * https://shopify.dev/docs/api/admin-graphql/2026-10/queries/orders
 */
export const earlierOrderDocument = `query EarlierOrder($query: String!) {
  shop { currencyCode }
  found: orders(first: 5, query: $query) { nodes { id sourceIdentifier } }
  newest: orders(first: 50, sortKey: CREATED_AT, reverse: true) { nodes { id sourceIdentifier } }
}`;

export const createdOrderDocument = `query CreatedOrder($id: ID!) {
  order(id: $id) { ...CreatedOrder }
}
${createdOrderFields}`;

/** Other orders are none of its business, whatever they look like. */
const marked = z.looseObject({ nodes: listOfReadable(z.looseObject({ id, sourceIdentifier: hint })) });
const marks = z.looseObject({
  shop: z.looseObject({ currencyCode: z.string() }),
  found: marked,
  newest: marked,
});

/** The order that was created under this call's idempotency key before, and the currency that the shop sells in. */
export async function findEarlierOrder(
  call: Call,
): Promise<{ order: CreatedOrder | null; shopCurrency: string }> {
  const key = call.idempotencyKey;
  const variables = { query: searchTerm("source_identifier", key) };
  const answer = await askAdmin(call, { document: earlierOrderDocument, variables, data: marks });
  const { found, newest, shop } = answer;
  const earlier = [...found.nodes, ...newest.nodes].find((order) => order.sourceIdentifier === key);
  const order = earlier ? await readCreatedOrder(call, earlier.id) : null;
  return { order, shopCurrency: shop.currencyCode };
}

async function readCreatedOrder(call: Call, id: string): Promise<CreatedOrder | null> {
  const data = z.looseObject({ order: createdOrder.nullish() });
  const { order } = await askAdmin(call, { document: createdOrderDocument, variables: { id }, data });
  return order ?? null;
}
