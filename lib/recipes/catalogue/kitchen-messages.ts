import type { Recipe } from "../recipe.ts";
import { kitchenRole, kitchenStep } from "./shared/kitchen.ts";

export const kitchenMessages: Recipe = {
  id: "kitchen-messages",
  trades: ["restaurant", "cafe"],
  title: "Paid orders to the kitchen",
  benefit:
    "The kitchen reads each order in Slack within seconds, and you are told about any that did not get there.",
  eventType: "order.paid",
  roles: { kitchen: kitchenRole },
  steps: [kitchenStep],
};
