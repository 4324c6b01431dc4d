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

export const woocommerceRole: Role = {
  provider: "woocommerce",
  title: "Your WooCommerce shop",
  help: "Each order is entered there. Products are found by their SKU; what the shop does not have stands as a line of its own.",
};

export const woocommerceOrder: RecipeStep = {
  key: "shop-order",
  title: "Enter the order in WooCommerce",
  role: "shop",
  action: "create-order",
  mapping: {
    lineItems: eachLine({
      sku: line("sku", leaveOut, trim),
      name: line("name", otherwise("Item"), trim, shorten(255)),
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
};
