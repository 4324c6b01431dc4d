import { fixed, isPresent, result, resultEquals } from "../parts.ts";
import type { Recipe } from "../recipe.ts";
import { captureQuestion, paypalCapture, paypalRole } from "./shared/paypal-capture.ts";
import { woocommerceOrder, woocommerceRole } from "./shared/woocommerce-order.ts";

export const woocommercePayments: Recipe = {
  id: "woocommerce-payments",
  trades: ["shop", "cafe"],
  title: "PayPal orders in WooCommerce",
  benefit: "The order waits in your shop until PayPal's money is taken, and then moves on by itself.",
  eventType: "order.placed",
  condition: isPresent("paypalOrderId"),
  roles: { shop: woocommerceRole, paypal: paypalRole },
  questions: { capture: captureQuestion },
  steps: [
    woocommerceOrder,
    paypalCapture,
    {
      key: "status",
      title: "Move the order on to “processing”",
      role: "shop",
      action: "update-order-status",
      condition: resultEquals("capture", "captureStatus", "COMPLETED"),
      mapping: { orderId: result("shop-order", "orderId"), status: fixed("processing") },
    },
  ],
};
