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
} from "../../kit/lenient.ts";
import { shopMoney } from "../money.ts";

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

/** Tracking numbers and addresses of all its parcels. */
export function trackingOf(order: OrderNode): z.infer<typeof tracking>[] {
  return order.fulfillments.flatMap(({ trackingInfo }) => trackingInfo);
}
