import { trimmedText } from "#lib/text-schema.ts";

/** A product in the input of an action. */
export const productField = trimmedText(255).min(1, "Choose a product").meta({
  title: "Product",
  description: "Choose it from the list, or give its SKU.",
  placeholder: "OIL-500",
  resource: "products",
});
