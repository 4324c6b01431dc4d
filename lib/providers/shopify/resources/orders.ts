import { z } from "zod";
import type { Resource } from "#lib/providers/contract/resource.ts";
import { hint, hintedObject, id } from "../../kit/lenient.ts";
import { readEach } from "../../kit/read-each.ts";
import { askAdmin, connection, nextCursor, readNumericId, searchWords } from "../client.ts";

/** https://shopify.dev/docs/api/admin-graphql/2026-10/queries/orders */
export const orderListDocument = `query OrderList($first: Int!, $after: String, $query: String) {
  orders(first: $first, after: $after, query: $query, sortKey: CREATED_AT, reverse: true) {
    nodes {
      id
      name
      displayFinancialStatus
      displayFulfillmentStatus
      currentTotalPriceSet { shopMoney { amount currencyCode } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const order = z.looseObject({
  id,
  name: hint,
  displayFinancialStatus: hint,
  displayFulfillmentStatus: hint,
  currentTotalPriceSet: hintedObject({ shopMoney: hintedObject({ amount: hint, currencyCode: hint }) }),
});
const data = z.looseObject({ orders: connection });

/** Newest first; of the last 60 days, which is what Shopify shows an app. */
export const orders = {
  title: "Orders",
  scopes: ["read_orders"],
  /** A field may name an order by its number, which the list does not have. */
  narrow: (_input: unknown, value: string) => (value.startsWith("gid://") ? { id: value } : null),
  list: async (call, { cursor, limit, search }) => {
    const variables = { first: limit, after: cursor, query: searchWords(search ?? "") };
    const { orders: page } = await askAdmin(call, { document: orderListDocument, variables, data });
    return {
      ...readEach(page.nodes, { id: "id", label: "name" }, (record) => toItem(order.parse(record))),
      nextCursor: nextCursor(page),
    };
  },
} satisfies Resource;

function toItem({
  id: orderId,
  name,
  displayFinancialStatus: payment,
  displayFulfillmentStatus: fulfilment,
  currentTotalPriceSet,
}: z.output<typeof order>) {
  const { amount, currencyCode = "" } = currentTotalPriceSet?.shopMoney ?? {};
  return {
    id: orderId,
    label: name || `Order ${readNumericId(orderId)}`,
    details: {
      ...(amount ? { total: `${amount} ${currencyCode}`.trim() } : {}),
      ...(payment ? { payment } : {}),
      ...(fulfilment ? { fulfilment } : {}),
    },
  };
}
