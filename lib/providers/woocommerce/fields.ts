import { trimmedText } from "#lib/text-schema.ts";
import type { FieldMeta } from "../contract/auth.ts";

/** The number under which WooCommerce keeps something. */
const idNumber = (what: string) =>
  trimmedText(200).regex(/^[1-9]\d{0,17}$/, `Give the number of the ${what}, digits only.`);

export const productId = idNumber("product").meta({
  title: "Product",
  description: "The number of the product in your shop.",
  resource: "products",
} satisfies FieldMeta);

export const variationId = idNumber("variation")
  .optional()
  .meta({
    title: "Variation",
    description: "The number of the variation, for products that come in sizes, colours and the like.",
  } satisfies FieldMeta);

export const orderId = idNumber("order").meta({
  title: "Order",
  description: "The number under which your shop keeps the order.",
  resource: "orders",
} satisfies FieldMeta);

/** Statuses that plugins add are as good as WooCommerce's own: the shop says which it knows. */
export const orderStatus = trimmedText(200).regex(
  /^[a-z][a-z0-9_-]{0,19}$/,
  "Give the status as WooCommerce writes it, such as processing or on-hold.",
);

export const orderStatusHelp =
  "pending (waiting for payment), processing (paid, being prepared), on-hold, completed, cancelled, failed, or one that a plugin added.";
