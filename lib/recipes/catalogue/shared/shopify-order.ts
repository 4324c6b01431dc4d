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

export const shopifyRole: Role = {
  provider: "shopify",
  title: "Your Shopify shop",
  help: "Each order is entered there as paid.",
};

export const shopifyOrder: RecipeStep = {
  key: "shop-order",
  title: "Enter the order in Shopify",
  role: "shop",
  action: "create-order",
  mapping: {
    lines: eachLine({
      sku: line("sku", leaveOut, trim),
      name: line("name", otherwise("Item"), trim, shorten(255)),
      quantity: line("quantity", fail),
      unitAmount: line("unitAmount", fail),
    }),
    currency: field("currency", fail),
    paidAmount: field("totalAmount", fail),
    number: field("number", fail, shorten(50)),
    email: field("customer.email", leaveOut, emailAddress),
    note: field("note", leaveOut, trim, shorten(2_000)),
    tags: fixedList("QR code"),
  },
};
