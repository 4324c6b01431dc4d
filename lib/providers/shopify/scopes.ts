import type { Scope } from "#lib/providers/contract/auth.ts";

/** https://shopify.dev/docs/api/usage/access-scopes */
export const scopes = [
  {
    id: "read_products",
    title: "See your products",
    reason: "To keep a copy of your products and prices, and to offer them when you set up an action.",
  },
  {
    id: "read_inventory",
    title: "See your stock",
    reason: "To tell how many pieces of a product you have, and where.",
  },
  {
    id: "write_inventory",
    title: "Change your stock",
    reason: "To set the stock of a product when you or an automation ask for it.",
  },
  {
    id: "read_locations",
    title: "See your locations",
    reason: "To name the place where stock lies: your restaurant, your storeroom.",
  },
  {
    id: "read_orders",
    title: "See your orders",
    reason: "To follow payment, fulfilment and tracking of an order. Nothing about the guest is kept.",
  },
  {
    id: "write_orders",
    title: "Create orders",
    reason: "To enter orders that guests place through your codes.",
  },
] as const satisfies readonly Scope[];

/** Leave to change something includes leave to see it, and Shopify then names the first alone. */
export function withImpliedScopes(granted: readonly string[]): string[] {
  const implied = granted.flatMap((id) =>
    id.startsWith("write_") ? [id, `read_${id.slice("write_".length)}`] : [id],
  );
  return [...new Set(implied)];
}
