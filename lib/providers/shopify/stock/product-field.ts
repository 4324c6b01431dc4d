import { z } from "zod";

/** A product in the input of an action. */
export const productField = z.string().trim().min(1, "Choose a product").max(255).meta({
  title: "Product",
  description: "Choose it from the list, or give its SKU.",
  placeholder: "OIL-500",
  resource: "products",
});
