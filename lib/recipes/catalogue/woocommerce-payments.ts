import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import { fixed, isPresent, result, resultEquals } from "../parts.ts";
import type { Recipe } from "../recipe.ts";
import { captureQuestion, paypalCapture, paypalRole } from "./shared/paypal-capture.ts";
import { woocommerceOrder, woocommerceRole } from "./shared/woocommerce-order.ts";

export const woocommercePayments = (): Recipe => ({
  id: "woocommerce-payments",
  trades: ["shop", "cafe"],
  title: t("woocommerce_payments_title"),
  benefit: t("woocommerce_payments_benefit"),
  eventType: "order.placed",
  condition: isPresent("paypalOrderId"),
  roles: { shop: woocommerceRole(), paypal: paypalRole() },
  questions: { capture: captureQuestion() },
  steps: [
    woocommerceOrder(),
    paypalCapture(),
    {
      key: "status",
      title: t("woocommerce_payments_status_title"),
      role: "shop",
      action: "update-order-status",
      condition: resultEquals("capture", "captureStatus", "COMPLETED"),
      mapping: { orderId: result("shop-order", "orderId"), status: fixed("processing") },
    },
  ],
});
