import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import {
  eachLine,
  emailAddress,
  fail,
  field,
  firstName,
  lastName,
  leaveOut,
  line,
  otherwise,
  shorten,
  trim,
} from "../../parts.ts";
import type { RecipeStep, Role } from "../../recipe.ts";

export const woocommerceRole = (): Role => ({
  provider: "woocommerce",
  title: t("woocommerce_role_title"),
  help: t("woocommerce_role_help"),
});

export const woocommerceOrder = (): RecipeStep => ({
  key: "shop-order",
  title: t("woocommerce_order_title"),
  role: "shop",
  action: "create-order",
  mapping: {
    lineItems: eachLine({
      sku: line("sku", leaveOut, trim),
      name: line("name", otherwise(t("woocommerce_order_line_items_name_otherwise")), trim, shorten(255)),
      totalAmount: line("totalAmount", fail),
      quantity: line("quantity", fail),
    }),
    firstName: firstName(leaveOut, 100),
    lastName: lastName(leaveOut, 100),
    email: field("customer.email", leaveOut, emailAddress),
    status: { kind: "fixed", value: "on-hold" },
    currency: field("currency", fail),
    note: field("note", leaveOut, trim, shorten(1_000)),
  },
});
