import { z } from "zod";
import type { Resource } from "#lib/providers/resource.ts";
import { askAdmin } from "../client.ts";
import { connection, nextCursor } from "../page.ts";
import { searchWords } from "../search-term.ts";

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

const money = z.looseObject({ amount: z.string(), currencyCode: z.string() });
const data = z.looseObject({
  orders: connection(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      displayFinancialStatus: z.string().nullish(),
      displayFulfillmentStatus: z.string(),
      currentTotalPriceSet: z.looseObject({ shopMoney: money }),
    }),
  ),
});

/** Newest first; of the last 60 days, which is what Shopify shows an app. */
export const orders = {
  title: "Orders",
  scopes: ["read_orders"],
  list: async (call, { cursor, limit, search }) => {
    const variables = { first: limit, after: cursor, query: searchWords(search ?? "") };
    const { orders: page } = await askAdmin(call, { document: orderListDocument, variables, data });
    return {
      items: page.nodes.map((order) => ({
        id: order.id,
        label: order.name,
        details: {
          total: `${order.currentTotalPriceSet.shopMoney.amount} ${order.currentTotalPriceSet.shopMoney.currencyCode}`,
          ...(order.displayFinancialStatus ? { payment: order.displayFinancialStatus } : {}),
          fulfilment: order.displayFulfillmentStatus,
        },
      })),
      nextCursor: nextCursor(page),
    };
  },
} satisfies Resource;
