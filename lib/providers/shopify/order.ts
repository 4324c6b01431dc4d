import { z } from "zod";
import {
  hint,
  id,
  listOfEach,
  listOfReadable,
  optionalMoment,
  optionalObject,
  optionalText,
  text,
} from "../kit/lenient.ts";
import { readNumericId, shopMoney, toMinor } from "./client.ts";
import { adminUrl } from "./shop-domain.ts";

/** What actions tell of an order. */
export const orderAnswer = {
  orderId: z.string().describe("Shopify's id of the order"),
  name: z.string().describe("The number that you and your guest see, such as #1042"),
  paymentStatus: z.string().nullable().describe("PAID, PENDING, REFUNDED, …"),
  fulfilmentStatus: z.string().describe("UNFULFILLED, FULFILLED, …"),
  totalAmount: z.int().nullable().describe("What it is worth now, in minor units such as cents"),
  currency: z.string(),
  adminUrl: z.string().describe("Where you look at it in Shopify"),
};

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

const tracking = z.looseObject({ company: hint, number: hint, url: hint });

/** https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Order */
export const orderNode = z.looseObject({
  id,
  name: text,
  createdAt: optionalMoment,
  updatedAt: optionalMoment,
  cancelledAt: optionalMoment,
  displayFinancialStatus: optionalText,
  displayFulfillmentStatus: text,
  currentTotalPriceSet: optionalObject({ shopMoney: shopMoney.nullish() }),
  fulfillments: listOfEach(
    z.looseObject({ displayStatus: optionalText, trackingInfo: listOfReadable(tracking) }),
  ),
});
export type OrderNode = z.infer<typeof orderNode>;

/** An order as the action that created it tells of it. */
export const createdOrderFields = `fragment CreatedOrder on Order {
  ...OrderFields
  lineItems(first: 250) { nodes { name variant { id } } }
}
${orderFields}`;

export const createdOrder = orderNode.extend({
  lineItems: z.looseObject({
    nodes: listOfReadable(z.looseObject({ name: text, variant: z.looseObject({ id }).nullish() })),
  }),
});

export type CreatedOrder = z.infer<typeof createdOrder>;

/** Tracking numbers and addresses of all its parcels. */
export function listTracking(order: OrderNode): z.infer<typeof tracking>[] {
  return order.fulfillments.flatMap(({ trackingInfo }) => trackingInfo);
}

export function answerOrder(order: OrderNode, settings: Readonly<Record<string, string>>) {
  const money = order.currentTotalPriceSet?.shopMoney;
  return {
    orderId: order.id,
    name: order.name,
    paymentStatus: order.displayFinancialStatus ?? null,
    fulfilmentStatus: order.displayFulfillmentStatus,
    totalAmount: money ? (toMinor(money) ?? null) : null,
    currency: money?.currencyCode ?? "",
    adminUrl: adminUrl(settings, `orders/${readNumericId(order.id)}`),
  };
}
