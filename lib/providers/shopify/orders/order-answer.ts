import { z } from "zod";
import { numberOf } from "../global-id.ts";
import { toMinor } from "../money.ts";
import { adminUrl } from "../shop-domain.ts";
import type { OrderNode } from "./order-fields.ts";

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

export function answerOrder(order: OrderNode, settings: Readonly<Record<string, string>>) {
  const money = order.currentTotalPriceSet?.shopMoney;
  return {
    orderId: order.id,
    name: order.name,
    paymentStatus: order.displayFinancialStatus ?? null,
    fulfilmentStatus: order.displayFulfillmentStatus,
    totalAmount: money ? (toMinor(money) ?? null) : null,
    currency: money?.currencyCode ?? "",
    adminUrl: adminUrl(settings, `orders/${numberOf(order.id)}`),
  };
}
