import type { Scope } from "../contract/auth.ts";

/**
 * A WooCommerce key reads, writes, or does both; there is nothing finer.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication
 */
export const scopes = [
  {
    id: "read",
    title: "See your products, stock and orders",
    reason: "To copy products and orders here, to look up stock, and to tell how far an order is.",
  },
  {
    id: "write",
    title: "Create orders, change stock and order statuses, and set up webhooks",
    reason:
      "To pass orders on to your shop, to set stock, and to have your shop tell us when something changes.",
  },
] as const satisfies readonly Scope[];
