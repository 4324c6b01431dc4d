import type { Recipe } from "../recipe.ts";
import { shopifyOrder, shopifyRole } from "./shared/shopify-order.ts";

export const shopifyOrders: Recipe = {
  id: "shopify-orders",
  trades: ["shop", "cafe"],
  title: "Paid orders in Shopify",
  benefit: "Orders from your codes appear in Shopify with all others, and your stock stays right.",
  eventType: "order.paid",
  roles: { shop: shopifyRole },
  steps: [shopifyOrder],
};
