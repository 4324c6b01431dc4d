import { fail, field, fixed, isPresent, wholeNumber } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

/** For shops whose orders go to the platform under WooCommerce's own numbers. */
export const woocommercePaid: Recipe = {
  id: "woocommerce-paid",
  trades: ["shop"],
  title: "Shop orders paid by QR code",
  benefit: "A WooCommerce order that a customer paid by QR code moves on to “processing” by itself.",
  eventType: "order.paid",
  condition: isPresent("orderId", wholeNumber),
  roles: {
    shop: {
      provider: "woocommerce",
      title: "Your WooCommerce shop",
      help: "The shop that the orders come from. Your events must carry its order numbers as their order id.",
    },
  },
  steps: [
    {
      key: "status",
      title: "Move the order on to “processing”",
      role: "shop",
      action: "update-order-status",
      mapping: { orderId: field("orderId", fail), status: fixed("processing") },
    },
  ],
};
