import { z } from "zod";

/** Of an order: what it is worth, where it stands, and nothing about the person. */
export const orderFields = `fragment OrderFields on Order {
  id
  name
  createdAt
  updatedAt
  cancelledAt
  displayFinancialStatus
  displayFulfillmentStatus
  currentTotalPriceSet { shopMoney { amount currencyCode } }
  fulfillments(first: 5) {
    displayStatus
    trackingInfo(first: 3) { company number url }
  }
}`;

const tracking = z.looseObject({
  company: z.string().nullish(),
  number: z.string().nullish(),
  url: z.string().nullish(),
});

/** https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Order */
export const orderNode = z.looseObject({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  cancelledAt: z.string().nullish(),
  displayFinancialStatus: z.string().nullish(),
  displayFulfillmentStatus: z.string(),
  currentTotalPriceSet: z.looseObject({
    shopMoney: z.looseObject({ amount: z.string(), currencyCode: z.string() }),
  }),
  fulfillments: z.array(
    z.looseObject({ displayStatus: z.string().nullish(), trackingInfo: z.array(tracking) }),
  ),
});
export type OrderNode = z.infer<typeof orderNode>;

/** Tracking numbers and addresses of all its parcels. */
export function trackingOf(order: OrderNode): z.infer<typeof tracking>[] {
  return order.fulfillments.flatMap(({ trackingInfo }) => trackingInfo);
}
