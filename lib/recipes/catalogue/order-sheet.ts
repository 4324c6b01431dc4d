import type { Recipe } from "../recipe.ts";
import { orderRow, orderSheetRole } from "./shared/order-sheet.ts";

export const orderSheet: Recipe = {
  id: "order-sheet",
  trades: ["any", "restaurant", "cafe", "shop", "salon"],
  title: "Paid orders in a spreadsheet",
  benefit: "Each paid order becomes a row that you can sort, add up and hand to your accountant.",
  eventType: "order.paid",
  roles: { orders: orderSheetRole },
  steps: [orderRow("order.paid")],
};
