import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import { fail, field, isPresent } from "../../parts.ts";
import type { Question, RecipeStep, Role } from "../../recipe.ts";

export const paypalRole = (): Role => ({
  provider: "paypal",
  title: t("paypal_role_title"),
  help: t("paypal_role_help"),
});

/** For events that name the PayPal order to which the guest agreed; on review unless the merchant says otherwise. */
export const paypalCapture = (): RecipeStep => ({
  key: "capture",
  title: t("paypal_capture_title"),
  role: "paypal",
  action: "capture-order",
  condition: isPresent("paypalOrderId"),
  mapping: { orderId: field("paypalOrderId", fail) },
});

export const captureQuestion = (): Question => ({
  kind: "money",
  step: "capture",
  title: t("capture_question_title"),
  help: t("capture_question_help"),
});
