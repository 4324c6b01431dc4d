import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import {
  eachLine,
  emailAddress,
  fail,
  field,
  fixedList,
  leaveOut,
  line,
  otherwise,
  shorten,
  trim,
} from "../../parts.ts";
import type { RecipeStep, Role } from "../../recipe.ts";

export const shopifyRole = (): Role => ({
  provider: "shopify",
  title: t("shopify_role_title"),
  help: t("shopify_role_help"),
});

export const shopifyOrder = (): RecipeStep => ({
  key: "shop-order",
  title: t("shopify_order_title"),
  role: "shop",
  action: "create-order",
  mapping: {
    lines: eachLine({
      sku: line("sku", leaveOut, trim),
      name: line("name", otherwise(t("shopify_order_lines_name_otherwise")), trim, shorten(255)),
      quantity: line("quantity", fail),
      unitAmount: line("unitAmount", fail),
    }),
    currency: field("currency", fail),
    paidAmount: field("totalAmount", fail),
    number: field("number", fail, shorten(50)),
    email: field("customer.email", leaveOut, emailAddress),
    note: field("note", leaveOut, trim, shorten(2_000)),
    tags: fixedList(t("tag_qr_code")),
  },
});
