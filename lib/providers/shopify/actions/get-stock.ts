import { z } from "zod";
import { defineAction } from "#lib/providers/contract/action.ts";
import { loadStock, productField } from "../stock.ts";

export const getStock = defineAction({
  title: "Look up stock",
  description: "Tells how many pieces of a product you have, and at which of your locations.",
  scopes: ["read_products", "read_inventory", "read_locations"],
  effect: "read",
  idempotency: "not_needed",
  input: z.strictObject({ product: productField }),
  output: z.object({
    variantId: z.string(),
    title: z.string(),
    sku: z.string().nullable(),
    isTracked: z
      .boolean()
      .describe("false: Shopify does not count this product, and the numbers mean nothing"),
    available: z.int().describe("Free to be sold, over all locations"),
    locations: z.array(
      z.object({
        locationId: z.string(),
        location: z.string(),
        available: z.int(),
        onHand: z.int().describe("In the house, with what is sold and not sent yet"),
        committed: z.int().describe("Sold and not sent yet"),
      }),
    ),
  }),
  example: { product: "OIL-500" },
  run: async (call, input) => {
    const { variantId, title, sku, isTracked, levels } = await loadStock(call, input.product);
    const available = levels.reduce((sum, level) => sum + level.available, 0);
    return { variantId, title, sku, isTracked, available, locations: levels };
  },
});
