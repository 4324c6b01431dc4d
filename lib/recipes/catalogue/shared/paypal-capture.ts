import { fail, field, isPresent } from "../../parts.ts";
import type { Question, RecipeStep, Role } from "../../recipe.ts";

export const paypalRole: Role = {
  provider: "paypal",
  title: "Your PayPal business account",
  help: "The money that guests agreed to pay is taken into it.",
};

/** For events that name the PayPal order to which the guest agreed; on review unless the merchant says otherwise. */
export const paypalCapture: RecipeStep = {
  key: "capture",
  title: "Take the money that the guest agreed to pay",
  role: "paypal",
  action: "capture-order",
  condition: isPresent("paypalOrderId"),
  mapping: { orderId: field("paypalOrderId", fail) },
};

export const captureQuestion: Question = {
  kind: "money",
  step: "capture",
  title: "Take payments without asking you?",
  help: "Up to an amount of your choice. Above it, and if you do not choose one, each waits for your yes.",
};
