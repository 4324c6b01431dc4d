import type { Recipe } from "../recipe.ts";
import { kitchenRole, kitchenStep } from "./shared/kitchen.ts";
import { listMember, listRole } from "./shared/list-member.ts";
import { orderRow, orderSheetRole } from "./shared/order-sheet.ts";
import { shopifyOrder, shopifyRole } from "./shared/shopify-order.ts";

/** The kitchen comes first: it must not wait for an app that is slow or refuses the order. */
export const restaurantOrders: Recipe = {
  id: "restaurant-orders",
  trades: ["restaurant", "cafe"],
  title: "Paid orders to the kitchen, the shop, the mailing list and a spreadsheet",
  benefit:
    "The kitchen reads each order at once, Shopify and your spreadsheet have it, and guests who agreed join your list.",
  eventType: "order.paid",
  roles: { kitchen: kitchenRole, shop: shopifyRole, list: listRole, orders: orderSheetRole },
  steps: [kitchenStep, shopifyOrder, listMember, orderRow("order.paid")],
};
